package io.beadle.people;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who was appointed to what. */
public interface Appointments {
    /** All of them, in the order in which they were made. */
    List<Appointment> all();

    Optional<Appointment> find(String id);

    /** Keeps it; false if there is one of this id already, which stays as it is. */
    boolean add(Appointment appointment);

    /**
     * Changes one by itself, whoever else changes it meanwhile: the change is made anew of what they stored.
     *
     * @return what is stored now, empty if there is none of this id
     */
    Optional<Appointment> change(String id, UnaryOperator<Appointment> change);

    /** Ends it; false if there was none of this id. */
    boolean remove(String id);
}
