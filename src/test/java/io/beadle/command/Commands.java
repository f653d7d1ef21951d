package io.beadle.command;

import io.beadle.Beadle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command line, run in this process. */
public final class Commands {
    private Commands() {}

    /** What a command wrote, and its exit status. */
    public record Ended(int status, String out, String err) {}

    public static Ended run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                CommandLine.run(print(out), print(err), Beadle.class, words).orElseThrow();
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
