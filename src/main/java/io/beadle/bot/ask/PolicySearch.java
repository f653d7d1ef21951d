package io.beadle.bot.ask;

import io.beadle.card.CitationCard;
import io.beadle.card.Phrases;
import io.beadle.card.SourceLine;
import io.beadle.content.Messages;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Searches the policies from the box in which somebody writes a message in any chat (Teams docs, "respond-to-search"): each
 * result is a card they can drop into it. Teams asks at every pause in the typing and waits 5 seconds.
 */
@Component
public final class PolicySearch {
    static final String COMMAND = "searchPolicies";

    private static final int MOST = 10;
    private static final int PREVIEW = 200;

    private final PolicyAssistant assistant;
    private final CitationCard cards;
    private final SourceLine sources;
    private final Messages messages;
    private final Phrases phrases;

    PolicySearch(
            PolicyAssistant assistant, CitationCard cards, SourceLine sources, Messages messages, Phrases phrases) {
        this.assistant = assistant;
        this.cards = cards;
        this.sources = sources;
        this.messages = messages;
        this.phrases = phrases;
    }

    /** What goes back to Teams. */
    private sealed interface Outcome {
        record Found(List<Result> results) implements Outcome {}

        record Told(String text) implements Outcome {}
    }

    /** @param title what the list shows above the sentence that answers */
    private record Result(String title, Citation citation) {}

    /**
     * The answer to a {@code composeExtension/query}, as the tree that Teams takes.
     *
     * @param query the invoke's value; whatever is wrong in it is answered in words
     */
    public Map<String, Object> results(Map<?, ?> query, String asker) {
        Outcome outcome;
        try {
            outcome = COMMAND.equals(query.get("commandId"))
                    ? outcome(text(query).strip(), skip(query), asker)
                    : new Outcome.Told(messages.text("search.other"));
        } catch (KnowledgeBusyException e) {
            outcome = new Outcome.Told(messages.text("search.busy"));
        }
        return tree(outcome);
    }

    /** What somebody gets who searched too often within a minute. */
    public Map<String, Object> refused() {
        return tree(new Outcome.Told(messages.text("search.limit")));
    }

    private Map<String, Object> tree(Outcome outcome) {
        return Map.of(
                "composeExtension",
                switch (outcome) {
                    case Outcome.Found found ->
                        Map.of(
                                "type", "result",
                                "attachmentLayout", "list",
                                "attachments",
                                        found.results().stream()
                                                .map(this::attachment)
                                                .toList());
                    case Outcome.Told told -> Map.of("type", "message", "text", told.text());
                });
    }

    private Outcome outcome(String text, int skip, String asker) {
        List<Result> results = (text.isEmpty() ? starts(asker) : search(text, asker))
                .skip(skip)
                .limit(MOST)
                .toList();
        return results.isEmpty() && skip == 0
                ? new Outcome.Told(phrases.withNumbers("search.none"))
                : new Outcome.Found(results);
    }

    /** Before anything is typed: what is asked most, with its answers. */
    private Stream<Result> starts(String asker) {
        return Arrays.stream(messages.text("search.starts").split("\\|"))
                .map(String::strip)
                .flatMap(question -> assistant.ask(Question.of(question, asker)) instanceof Answer.Answered answered
                        ? Stream.of(new Result(question, answered.citations().getFirst()))
                        : Stream.empty());
    }

    private Stream<Result> search(String text, String asker) {
        Answer answer = assistant.ask(Question.of(text, asker));
        List<Citation> found = new ArrayList<>(
                switch (answer) {
                    case Answer.Answered answered -> answered.citations();
                    case Answer.Closest near -> List.of(near.closest());
                    case Answer.NotFound none -> List.<Citation>of();
                });
        if (!found.isEmpty()) {
            List<String> cited =
                    found.stream().map(citation -> citation.passage().id()).toList();
            answer.passages().stream()
                    .filter(passage -> !cited.contains(passage.id()))
                    .map(passage -> Citation.of(passage, passage.text()))
                    .forEach(found::add);
        }
        return found.stream().map(citation -> new Result(sources.of(citation.passage()), citation));
    }

    private Map<String, Object> attachment(Result result) {
        String sentence = result.citation().sentence();
        return Map.of(
                "contentType",
                "application/vnd.microsoft.card.adaptive",
                "content",
                cards.of(result.citation()).json(),
                "preview",
                Map.of(
                        "contentType",
                        "application/vnd.microsoft.card.thumbnail",
                        "content",
                        Map.of(
                                "title", html(result.title()),
                                "text", html(start(sentence)))));
    }

    /** A preview is read as HTML; only what would begin markup is escaped, because not every client undoes the rest. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String start(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= PREVIEW) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW) + "…";
    }

    /** What was typed; nothing where Teams runs the command to see what it shows at first ("initialRun"). */
    private static String text(Map<?, ?> query) {
        return query.get("parameters") instanceof List<?> parameters
                ? parameters.stream()
                        .map(parameter -> parameter instanceof Map<?, ?> map && "text".equals(map.get("name"))
                                ? map.get("value")
                                : null)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static int skip(Map<?, ?> query) {
        @Nullable Object options = query.get("queryOptions");
        return options instanceof Map<?, ?> map && map.get("skip") instanceof Number number
                ? Math.max(0, number.intValue())
                : 0;
    }
}
