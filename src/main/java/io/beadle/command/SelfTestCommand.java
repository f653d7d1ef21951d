package io.beadle.command;

import io.beadle.selftest.SelfTest;
import io.beadle.selftest.SelfTestText;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code self-test}: asks the Beadle that runs on this machine what it finds about itself; where none runs, tests what can be
 * tested without it. One line a part, the worst first.
 */
final class SelfTestCommand {
    private static final int FAILED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    SelfTestCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    private record Answer(String state, String summary, List<SelfTestText.Line> lines) {}

    /** Returns 0 if nothing failed, else 1. */
    int run(String[] args) {
        try {
            ManagementPort port = ManagementPort.of(args);
            Optional<String> answer = port.get("selftest");
            return print(answer.isPresent() ? read(answer.get(), port) : alone(args, port));
        } catch (NotBeadleException e) {
            err.accept(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            err.accept("Beadle cannot even be tested: " + cause(e));
        }
        return FAILED;
    }

    private static Answer read(String answer, ManagementPort port) {
        try {
            return JsonMapper.shared().readValue(answer, Answer.class);
        } catch (JacksonException e) {
            throw new NotBeadleException(port + " answers as something else than Beadle does: set"
                    + " --management.server.port to Beadle's");
        }
    }

    private Answer alone(String[] args, ManagementPort port) {
        out.accept("No Beadle answers at " + port + ": this is what can be tested without it.");
        try (ConfigurableApplicationContext context = SelfTestAlone.start(args)) {
            SelfTestText text = context.getBean(SelfTestText.class);
            SelfTest.Result result = context.getBean(SelfTest.class).run();
            return new Answer(
                    result.state().name().toLowerCase(Locale.ROOT),
                    text.summary(result),
                    text.lines(result.findings()));
        }
    }

    private int print(Answer answer) {
        answer.lines().forEach(line -> out.accept("%-8s %s: %s".formatted(line.state(), line.title(), line.text())));
        out.accept(answer.summary());
        return answer.state().equals("failed") ? FAILED : 0;
    }

    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
