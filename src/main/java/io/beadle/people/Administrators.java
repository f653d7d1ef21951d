package io.beadle.people;

import java.util.Set;
import java.util.stream.Collectors;

/** Who may appoint: choose the desk that receives alerts, and who holds which role (G12). */
public final class Administrators {
    private final Set<String> named;
    private final boolean everybody;
    private final OneTimeCode code;

    /** Those named by id; everybody where {@code everybody} is true, as in local mode. */
    public Administrators(Set<String> named, boolean everybody, OneTimeCode code) {
        this.named = Set.copyOf(named);
        this.everybody = everybody;
        this.code = code;
    }

    /**
     * Whether the person may appoint, being named or giving the one-time code.
     *
     * @param given what they gave as the code, empty if nothing
     */
    public boolean mayAppoint(Person person, String given) {
        return mayAlways(person) || code.matches(given);
    }

    /**
     * The same, once what they appoint is known to work: the code is void from then on.
     *
     * @return false if somebody else used the code meanwhile
     */
    public boolean appoint(Person person, String given) {
        return mayAlways(person) || code.redeem(given);
    }

    /** Whether the person is one of them. */
    public boolean include(Person person) {
        return mayAlways(person);
    }

    /** Whether one of them may do alone what otherwise takes two: in local mode, where there is nobody else. */
    public boolean actAlone() {
        return everybody;
    }

    /** Whether there is a second one who could consent (G12). */
    public boolean areTwo() {
        return everybody || named.size() > 1;
    }

    /** The ids of all others who are named. */
    public Set<String> others(Person than) {
        return named.stream().filter(id -> !id.equals(than.id())).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is a code by which somebody not named may still appoint. */
    public boolean takeCode() {
        return code.isOutstanding();
    }

    /** The Entra object ids of those named; empty where there are none, as in local mode. */
    public Set<String> named() {
        return named;
    }

    private boolean mayAlways(Person person) {
        return everybody || named.contains(person.id());
    }
}
