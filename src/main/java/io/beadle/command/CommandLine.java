package io.beadle.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Commands that need less than the whole of Beadle, and so run without starting it. */
public final class CommandLine {
    private CommandLine() {}

    /**
     * Runs the command that the arguments name.
     *
     * @return its exit status, or empty if they name none: then Beadle is to be started
     */
    public static OptionalInt run(String... args) {
        if (args.length == 0 || !args[0].equals("ask")) {
            return OptionalInt.empty();
        }
        List<String> rest = List.of(args).subList(1, args.length);
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            return OptionalInt.of(new AskCommand(Intents.QUESTIONS_ONLY, out, System.err).run(rest));
        }
    }
}
