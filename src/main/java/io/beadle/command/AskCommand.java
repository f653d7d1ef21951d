package io.beadle.command;

import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.card.CautionText;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ask QUESTION} answers one question for people; {@code ask --batch FILE --json} answers a file of them for programs,
 * one JSON line for each line that is not blank, in their order. Options with a value set properties, as everywhere.
 */
final class AskCommand {
    private static final String USAGE = "Usage: beadle ask QUESTION | beadle ask --batch FILE --json";
    private static final int REFUSED = 64;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;

    AskCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit status: 0, 1 if it failed, 64 if it was not understood. */
    int run(List<String> args) {
        List<String> words = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        boolean json = false;
        String batch = null;
        for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            if (arg.equals("--json")) {
                json = true;
            } else if (arg.equals("--batch") && rest.hasNext()) {
                batch = rest.next();
            } else if (arg.startsWith("--batch=")) {
                batch = arg.substring("--batch=".length());
            } else if (arg.startsWith("--")) {
                properties.add(arg);
            } else {
                words.add(arg);
            }
        }
        if (batch == null ? words.isEmpty() : !json || !words.isEmpty()) {
            err.println(USAGE);
            return REFUSED;
        }
        return run(String.join(" ", words), batch, json, properties);
    }

    private int run(String question, @Nullable String batch, boolean json, List<String> properties) {
        try (ConfigurableApplicationContext context =
                WithoutServer.start(KnowledgeAlone.class, properties.toArray(String[]::new))) {
            PolicyAssistant assistant = context.getBean(PolicyAssistant.class);
            Intents intents = context.getBean(Intents.class);
            if (batch != null) {
                batch(assistant, intents, Path.of(batch));
            } else if (json) {
                out.println(line(assistant, intents, Question.of(question)));
            } else {
                out.print(new AnswerText(context.getBean(CautionText.class)).of(assistant.ask(Question.of(question))));
            }
            out.flush();
            return 0;
        } catch (IOException | UncheckedIOException e) {
            err.println("Cannot read " + batch + ": " + reason(e));
            return FAILED;
        } catch (RuntimeException e) {
            err.println(cause(e).getMessage());
            return FAILED;
        }
    }

    private void batch(PolicyAssistant assistant, Intents intents, Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(BatchLine::question)
                    .forEachOrdered(question -> out.println(line(assistant, intents, question)));
        }
    }

    private static String line(PolicyAssistant assistant, Intents intents, Question question) {
        Optional<String> otherwise = switch (intents.of(question.text())) {
            case Intent.Ask ask -> Optional.empty();
            case Intent.Changes changes -> Optional.empty();
            case Intent.Report report -> Optional.of("report");
            case Intent.WithoutName unnamed -> Optional.of("report");
            case Intent.FollowUp followUp -> Optional.of("other");
            case Intent.MyReports mine -> Optional.of("other");
            case Intent.SetDesk desk -> Optional.of("other");
            case Intent.CancelReport cancel -> Optional.of("other");
            case Intent.ForSomebodyElse other -> Optional.of("other");
            case Intent.Undelivered undelivered -> Optional.of("other");
            case Intent.SelfTest test -> Optional.of("other");
            case Intent.Gaps gaps -> Optional.of("other");
            case Intent.CuratedAnswers curated -> Optional.of("other");
            case Intent.OfRegister ofRegister -> Optional.of("other");
            case Intent.Roles roles -> Optional.of("other");
            case Intent.Help help -> Optional.of("other");
            case Intent.Thanks thanks -> Optional.of("other");
        };
        return BatchLine.of(question, otherwise, assistant.ask(question));
    }

    private static String reason(Exception failure) {
        return switch (cause(failure)) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "Beadle may not read it";
            case MalformedInputException malformed -> "it is not UTF-8 text; save it as UTF-8";
            default -> "it is not a file that can be read";
        };
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
