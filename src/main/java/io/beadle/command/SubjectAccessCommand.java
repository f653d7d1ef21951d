package io.beadle.command;

import io.beadle.privacy.AuditLog;
import io.beadle.register.Formats;
import io.beadle.register.SubjectAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code subject-access "NAME" FILE.xlsx}: writes the working pack for a subject access request (G15), with restricted incidents,
 * marked so.
 */
final class SubjectAccessCommand {
    private static final String USAGE = "Usage: beadle subject-access \"NAME, ID OR E-MAIL ADDRESS\" FILE.xlsx";
    private static final int MISUSED = 64;
    private static final int FAILED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    SubjectAccessCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Returns 0 once the file is written, 1 if it failed, 64 if it was not understood. */
    int run(String[] args) {
        Arguments arguments = Arguments.of(args);
        List<String> words = arguments.words();
        if (words.size() != 2
                || words.getFirst().strip().length() < 2
                || !words.getLast().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            err.accept(USAGE);
            return MISUSED;
        }
        Path file = Path.of(words.getLast());
        try (ConfigurableApplicationContext context = arguments.open()) {
            Instant now = context.getBean(InstantSource.class).instant();
            SubjectAccess.Pack pack =
                    context.getBean(SubjectAccess.class).about(words.getFirst(), reference -> true, now);
            context.getBean(AuditLog.class)
                    .add(
                            AuditLog.What.SUBJECT_SEARCHED,
                            words.getFirst(),
                            AuditLog.COMMAND_LINE,
                            Map.of("mentions", Integer.toString(pack.mentions())),
                            now);
            Files.write(file, context.getBean(Formats.class).sheets(pack.tables()));
            out.accept(file + ": " + pack.mentions()
                    + " mentions. For the information-rights team, never for whoever asked.");
            return 0;
        } catch (IOException e) {
            err.accept("Cannot write " + file + ": " + e.getMessage());
        } catch (RuntimeException e) {
            err.accept(Arguments.unread(e, "\"subject access NAME\""));
        }
        return FAILED;
    }
}
