package io.beadle.register;

import io.beadle.content.Content;
import io.beadle.incident.Confidence;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.RoleHolders;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A council in which nobody was appointed yet. */
public final class NobodyHolds implements Appointments {
    private NobodyHolds() {}

    public static RoleHolders any(Content content) {
        return new RoleHolders(content.roles(), new NobodyHolds());
    }

    /** Who may know of what, where nobody holds a role: of what is restricted whoever was told. */
    public static Confidence confidence(Content content) {
        return new Confidence(
                any(content),
                content.roles(),
                content.routes(),
                content.assets(),
                content.acts(),
                (role, department, at) -> List.of());
    }

    @Override
    public List<Appointment> all() {
        return List.of();
    }

    @Override
    public Optional<Appointment> find(String id) {
        return Optional.empty();
    }

    @Override
    public boolean add(Appointment appointment) {
        return false;
    }

    @Override
    public Optional<Appointment> change(String id, UnaryOperator<Appointment> change) {
        return Optional.empty();
    }

    @Override
    public boolean remove(String id) {
        return false;
    }
}
