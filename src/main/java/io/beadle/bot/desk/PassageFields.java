package io.beadle.bot.desk;

import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Passage;
import io.beadle.incident.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of an incident can be redacted, put right or erased, as it is chosen; and how that is recorded without the words. */
@Component
final class PassageFields {
    private static final int MOST = 60;
    private static final int SHOWN = 60;
    private static final String KEEP = "keep";
    private static final String REASON = "reason";

    private final DeskActs acts;
    private final Messages messages;

    PassageFields(DeskActs acts, Messages messages) {
        this.acts = acts;
        this.messages = messages;
    }

    /** Whether the act is about some. */
    boolean areIn(DeskAct act) {
        return Passages.areChangedBy(List.of(act.id()));
    }

    /** What was said last comes first, and what whoever chooses may not read is not among it (G14). */
    List<Question.Choice> choices(DeskAct act, Incident incident, CaseRights.Standing standing) {
        Passages passages = new Passages(incident);
        List<Passage> all = new ArrayList<>(
                switch (act.id()) {
                    case "redact" -> passages.typed();
                    case "erase" -> passages.people();
                    default -> passages.all();
                });
        all.removeIf(passage -> !mayRead(passage, incident, standing)
                || (passage.key().equals(Passages.SEALED) && !act.id().equals("erase")));
        return all.reversed().stream()
                .limit(MOST)
                .map(passage -> new Question.Choice(
                        passage.key(),
                        messages.text("passage.choice", place(passage), shortened(passage.words())),
                        List.of()))
                .toList();
    }

    private boolean mayRead(Passage passage, Incident incident, CaseRights.Standing standing) {
        return passage.kind() != Passage.Kind.ACT
                || incident.acts().stream()
                        .filter(done -> passage.key().startsWith("act/" + done.key() + '/'))
                        .allMatch(done ->
                                acts.find(done.act()).map(standing::reads).orElse(true));
    }

    /** The words are in none of it, but what stood there, if whoever puts it right says that it is to be kept. */
    List<Answer> answers(DeskAct act, List<Answer> filledIn, Incident incident) {
        Optional<Passage> passage = new Passages(incident).find(value(filledIn, Passages.PASSAGE));
        List<Answer> answers = new ArrayList<>(filledIn.stream()
                .map(answer -> answer.question().equals(Passages.PASSAGE)
                        ? new Answer(
                                answer.question(),
                                answer.asked(),
                                answer.value(),
                                passage.map(this::place).orElse(""),
                                false)
                        : answer)
                .toList());
        switch (act.id()) {
            case "redact" -> answers.add(instead(messages.text("passage.redacted", value(filledIn, REASON))));
            case "erase" -> answers.add(instead(messages.text("passage.erased")));
            default -> {
                if (value(filledIn, KEEP).equals("yes")) {
                    passage.map(Passage::words)
                            .map(words -> new Answer(Passages.WAS, messages.text("passage.was"), words, words, false))
                            .ifPresent(answers::add);
                }
            }
        }
        return answers;
    }

    private Answer instead(String text) {
        return new Answer(Passages.INSTEAD, messages.text("passage.instead"), text, text, false);
    }

    private static String value(List<Answer> answers, String field) {
        return answers.stream()
                .filter(answer -> answer.question().equals(field))
                .map(Answer::value)
                .findFirst()
                .orElse("");
    }

    private String place(Passage passage) {
        return passage.asked().isEmpty()
                ? messages.text("passage." + passage.kind().name().toLowerCase(Locale.ROOT))
                : passage.asked();
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
