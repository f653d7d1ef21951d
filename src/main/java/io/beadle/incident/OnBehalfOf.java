package io.beadle.incident;

/**
 * Somebody outside Teams who told what happened: a school, a volunteer, a member of the public. The reporter is who wrote
 * it down (G9). All of it is typed, and personal data.
 *
 * @param organisation empty for none
 * @param number to ring them back on; empty where they gave an e-mail address only
 * @param mayEmail whether they agreed to be written to
 * @param email empty for none
 */
public record OnBehalfOf(String name, String organisation, String number, boolean mayEmail, String email) {
    /** Nothing of it reaches a log. */
    @Override
    public String toString() {
        return "OnBehalfOf";
    }
}
