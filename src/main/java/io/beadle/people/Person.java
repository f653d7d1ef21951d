package io.beadle.people;

/**
 * Somebody in Teams.
 *
 * @param id the Entra object id ({@code aadObjectId}) where the activity names one, else the id Teams gives the person
 *     towards this bot ({@code from.id}); people are told apart by nothing else
 * @param name the display name, empty when Teams sent none; personal data
 */
public record Person(String id, String name) {
    public boolean is(Person other) {
        return id.equals(other.id);
    }

    /** The id alone: a person's name never reaches a log. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
