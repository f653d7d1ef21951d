package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions without good answers, for those who can see to one. No name is on it. */
@Component
public final class GapsCard {
    /** So many groups fit on a card. */
    public static final int MOST = 8;

    private static final int ROOM = 4_000;

    private final CardTemplates templates;
    private final Messages messages;

    GapsCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /**
     * Questions of much the same meaning.
     *
     * @param key of the question that stands for them
     * @param question its text, without names
     * @param waiting how long the longest waiting one has waited for a person, null if none does
     */
    public record Group(
            String key,
            String question,
            int asked,
            int unanswered,
            int disliked,
            int enquired,
            @Nullable Duration waiting) {}

    /** The groups, largest first; those that do not fit are counted. */
    public Card of(List<Group> groups) {
        List<Group> shown = groups.subList(0, Math.min(MOST, groups.size()));
        List<String> texts =
                Excerpts.of(shown.stream().map(Group::question).toList(), ROOM, messages.text("curated.cut"));
        String title = messages.text("gaps.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text(groups.isEmpty() ? "gaps.none" : "gaps.intro"));
        data.put(
                "more", groups.size() > shown.size() ? messages.text("gaps.more", groups.size() - shown.size()) : null);
        data.put("fillTitle", messages.text("gaps.fill"));
        data.put(
                "groups",
                IntStream.range(0, shown.size())
                        .mapToObj(i ->
                                Map.of("key", shown.get(i).key(), "question", texts.get(i), "why", why(shown.get(i))))
                        .toList());
        return new Card(templates.render("gaps", data), title);
    }

    /** An answer to be written to a question that found none. */
    public Card form(String key, String question, String answer, @Nullable String problem) {
        String title = messages.text("gaps.form.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text("gaps.form.intro"));
        data.put("problem", problem);
        data.put("question", key);
        data.put("questionId", InputIds.of(EnquiryCards.QUESTION));
        data.put("questionLabel", messages.text("question.plain.label"));
        data.put("plain", question);
        data.put("longestQuestion", EnquiryCards.LONGEST_QUESTION);
        data.put("answerId", InputIds.of(EnquiryCards.ANSWER));
        data.put("answerLabel", messages.text("question.answer.label"));
        data.put("answer", answer.isEmpty() ? null : answer);
        data.put("longest", EnquiryCards.LONGEST_ANSWER);
        data.put("saveTitle", messages.text("gaps.save"));
        data.put("backTitle", messages.text("gaps.back"));
        return new Card(templates.render("gap-answer", data), title);
    }

    private String why(Group group) {
        List<String> reasons = new ArrayList<>();
        add(reasons, "gaps.unanswered", group.unanswered());
        add(reasons, "gaps.disliked", group.disliked());
        add(reasons, "gaps.enquired", group.enquired());
        String why = messages.text("gaps.why", group.asked(), String.join(", ", reasons));
        return group.waiting() == null
                ? why
                : why + " " + messages.text("gaps.waiting", WrittenTime.of(group.waiting()));
    }

    private void add(List<String> reasons, String key, int count) {
        if (count > 0) {
            reasons.add(messages.text(key, count));
        }
    }
}
