package io.beadle.selftest;

import java.util.List;

/**
 * What a self-test found of one part. Nothing in it is personal or secret: it is shown in channels, in health and in logs.
 *
 * @param about the key of the text that says which part
 * @param text the key of the text that says what this means and, unless all is well, what to do
 * @param arguments what is filled in there: numbers, file names, titles of roles, codes
 */
public record Finding(String about, State state, String text, List<Object> arguments) {
    /** How it is, from good to bad. */
    public enum State {
        OK,
        /** It works, and will not go on to. */
        WARNING,
        /** It does not work. */
        FAILED
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding ok(String about, String text, Object... arguments) {
        return new Finding(about, State.OK, text, List.of(arguments));
    }

    public static Finding warning(String about, String text, Object... arguments) {
        return new Finding(about, State.WARNING, text, List.of(arguments));
    }

    public static Finding failed(String about, String text, Object... arguments) {
        return new Finding(about, State.FAILED, text, List.of(arguments));
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
