package io.beadle.teams;

/** Is told of each conversation that is no more, or that Beadle was removed from; each bean of this type is. */
@FunctionalInterface
public interface Departures {
    /**
     * Of a team that is no more, all its channels are gone. May be told more than once.
     *
     * @param conversation the conversation's id, or a team's, which is that of its General channel
     */
    void gone(String conversation);
}
