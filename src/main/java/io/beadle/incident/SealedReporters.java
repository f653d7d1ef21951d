package io.beadle.incident;

import io.beadle.people.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reported in confidence (G8), apart from the incidents, by the id of the draft that the incident was made from. It is
 * read to tell a reporter what becomes of their own report, and for the data protection officer; the desk never gets to
 * see it.
 */
public interface SealedReporters {
    /**
     * Who it is.
     *
     * @param chat where they are told, null if they are not
     */
    record Sealed(Person person, @Nullable ReporterChat chat) {
        /** Nothing of it: it names a person. */
        @Override
        public String toString() {
            return "Sealed";
        }
    }

    /** Stored before the incident is, so that no report is without its reporter; the same again changes nothing. */
    void seal(String draft, Sealed reporter);

    Optional<Sealed> find(String draft);

    /** Every draft that a reporter is sealed to. */
    List<String> drafts();

    void delete(String draft);

    /** The drafts of the reports that the person with this id made in confidence. */
    List<String> draftsOf(String person);
}
