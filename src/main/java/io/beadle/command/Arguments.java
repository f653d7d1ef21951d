package io.beadle.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What was written behind the name of a command.
 *
 * @param words what the command itself is told
 * @param properties Beadle's settings, as {@code --name=value}
 */
record Arguments(List<String> words, List<String> properties) {
    /** Of these, where some options are words of the command. */
    static Arguments of(String[] args, String... options) {
        Predicate<String> isWord =
                arg -> !arg.startsWith("--") || Set.of(options).contains(arg);
        return new Arguments(
                Arrays.stream(args).filter(isWord).toList(),
                Arrays.stream(args).filter(isWord.negate()).toList());
    }

    /** The parts of Beadle that read the store; whoever opens it closes it. */
    ConfigurableApplicationContext open() {
        return RegisterAlone.start(properties.toArray(String[]::new));
    }

    /**
     * Why the store cannot be read: the kind of the failure alone, because a message may hold what was stored.
     *
     * @param say what whoever cannot stop Beadle says to it instead
     */
    static String unread(RuntimeException failure, String say) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return "The store cannot be read: " + deepest.getClass().getSimpleName()
                + ". While Beadle runs on its embedded store, no other process can open it: say " + say
                + " to Beadle in Teams, or stop it first.";
    }
}
