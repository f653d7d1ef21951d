package io.beadle.command;

import io.beadle.content.Messages;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Arrays;
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
        List<String> words =
                Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        String[] properties =
                Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new);
        if (words.size() > 1 || (words.size() == 1 && !words.getFirst().matches("[1-9]\\d*:\\S+"))) {
            err.accept(USAGE);
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = RegisterAlone.start(properties)) {
            return verify(
                    context.getBean(AuditCheck.class),
                    context.getBean(AuditLog.class),
                    words,
                    context.getBean(Messages.class),
                    context.getBean(InstantSource.class));
        } catch (RuntimeException e) {
            err.accept("The chains cannot be read: " + ExportCommand.cause(e)
                    + ". While Beadle runs on its embedded store, no other process can open it: say \"verify audit\" to"
                    + " Beadle in Teams, or stop it first.");
            return FAILED;
        }
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
            out.accept("instance: " + noted.getFirst() + " is not in the chain: it was cut off or made anew since.");
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
