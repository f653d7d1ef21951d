package io.beadle.command;

import java.util.Optional;

/** Tells what somebody wants who types this to Beadle. */
@FunctionalInterface
public interface Intents {
    /** Whatever is typed is a question about the policies. */
    Intents QUESTIONS_ONLY = text -> Optional.empty();

    /** {@code report} or {@code other}; empty for a question about the policies. */
    Optional<String> of(String text);
}
