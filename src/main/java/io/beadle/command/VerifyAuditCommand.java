package io.beadle.command;

import io.beadle.content.Messages;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code verify-audit [N:HASH]}: goes through every chain and names the first link of each that is wrong. */
final class VerifyAuditCommand {
    private static final String USAGE =
            "Usage: beadle verify-audit [N:HASH], the second what it printed before as the head to keep";
    private static final int MISUSED = 64;
    private static final int FAILED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    VerifyAuditCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Returns 0 if all holds, 1 if not or if it could not be read, 64 if it was not understood. */
    int run(String[] args) {
        Arguments arguments = Arguments.of(args);
        List<String> words = arguments.words();
        if (words.size() > 1 || (words.size() == 1 && !words.getFirst().matches("[1-9]\\d*:\\S+"))) {
            err.accept(USAGE);
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = arguments.open()) {
            return verify(
                    context.getBean(AuditCheck.class),
                    context.getBean(AuditLog.class),
                    words,
                    context.getBean(Messages.class),
                    context.getBean(InstantSource.class));
        } catch (RuntimeException e) {
            err.accept(Arguments.unread(e, "\"verify audit\""));
            return FAILED;
        }
    }

    private static String why(AuditLog audit, String head) {
        return audit.isCut(head)
                ? "it is of a part that was deleted when its time was over (\"retention --certificates\" says when)."
                        + " Keep a newer one."
                : "it was cut off or made anew since.";
    }

    private int verify(AuditCheck check, AuditLog audit, List<String> noted, Messages messages, InstantSource clock) {
        AuditCheck.Verdict verdict = check.check();
        verdict.broken()
                .forEach(broken -> out.accept("%s: link %d: %s (%s)"
                        .formatted(
                                broken.chain(),
                                broken.n(),
                                messages.text("audit.kind." + broken.name()),
                                broken.name())));
        boolean follows = noted.stream().allMatch(audit::had);
        if (!follows) {
            out.accept("instance: " + noted.getFirst() + " is not in the chain: " + why(audit, noted.getFirst()));
        }
        boolean holds = verdict.holds() && follows;
        out.accept("%d incidents with %d links: %s"
                .formatted(
                        verdict.incidents(),
                        verdict.links(),
                        holds ? "every chain holds." : verdict.broken().size() + " chains do not hold."));
        audit.add(AuditLog.What.CHAINS_CHECKED, "", AuditLog.COMMAND_LINE, clock.instant());
        out.accept("Head to keep elsewhere: " + audit.head());
        return holds ? 0 : FAILED;
    }
}
