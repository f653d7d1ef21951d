package io.beadle.people;

/** The code that lets the first desk be chosen where no administrator is named. */
public interface OneTimeCode {
    /**
     * A new code in place of any not yet used.
     *
     * @return the code to be shown to whoever runs the server, or empty once one has ever been used
     */
    java.util.Optional<String> issue();

    /** Whether a code was issued and not yet used. */
    boolean isOutstanding();

    /** Whether this is the code, not yet used; upper and lower case, hyphens and spaces do not matter. */
    boolean matches(String given);

    /** Whether this is the code; if so, no code is valid any more. */
    boolean redeem(String given);
}
