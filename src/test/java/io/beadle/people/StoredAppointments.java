package io.beadle.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Appointments in memory. */
public final class StoredAppointments implements Appointments {
    private final List<Appointment> all = new ArrayList<>();

    public StoredAppointments(Appointment... appointments) {
        all.addAll(List.of(appointments));
    }

    @Override
    public List<Appointment> all() {
        return List.copyOf(all);
    }

    @Override
    public Optional<Appointment> find(String id) {
        return all.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public boolean add(Appointment appointment) {
        return find(appointment.id()).isEmpty() && all.add(appointment);
    }

    @Override
    public Optional<Appointment> change(String id, UnaryOperator<Appointment> change) {
        all.replaceAll(a -> a.id().equals(id) ? change.apply(a) : a);
        return find(id);
    }

    @Override
    public boolean remove(String id) {
        return all.removeIf(a -> a.id().equals(id));
    }
}
