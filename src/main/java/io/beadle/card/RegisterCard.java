package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Source;
import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of policies: one to a row, what is overdue in words as well as in colour. */
@Component
public final class RegisterCard {
    /** What a telephone shows without much scrolling; the rest is counted. */
    private static final int ROWS = 10;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final CardTemplates templates;
    private final Messages messages;

    RegisterCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /**
     * The card of the policies in the answer, which must not be empty.
     *
     * @param question to be answered from the documents when somebody presses that button; null for no button
     */
    public Card of(RegisterAnswer answer, LocalDate today, @Nullable String question) {
        int left = answer.policies().size() - ROWS;
        return card(
                messages.text("register.title"),
                answer.policies(),
                today,
                left > 0 ? messages.text("register.more", left) : null,
                question);
    }

    /**
     * To whom sees to it that policies are reviewed: those that are due, and what to do about it.
     *
     * @param policies not empty
     */
    public Card reminder(List<RegisteredPolicy> policies, LocalDate today) {
        int left = Math.max(0, policies.size() - ROWS);
        return card(
                messages.text("review.title", policies.size()),
                policies.stream().map(policy -> new Told(policy, Map.of())).toList(),
                today,
                messages.text("review.next", left),
                null);
    }

    private Card card(
            String title, List<Told> policies, LocalDate today, @Nullable String more, @Nullable String question) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put(
                "rows",
                policies.stream().limit(ROWS).map(told -> row(told, today)).toList());
        data.put("more", more);
        data.put("saidTitle", messages.text("register.said"));
        data.put("question", question);
        return new Card(templates.render("policy-register", data), title);
    }

    private Map<String, String> row(Told told, LocalDate today) {
        RegisteredPolicy policy = told.policy();
        boolean overdue = policy.isOverdue(today);
        Map<String, String> row = new HashMap<>();
        row.put("name", linked(policy));
        row.put("state", state(told, overdue));
        row.put("colour", overdue ? "Attention" : "Default");
        String details = details(told);
        row.put("details", details.isEmpty() ? messages.text("register.row.nothing") : details);
        return row;
    }

    private static String linked(RegisteredPolicy policy) {
        String name = Markdown.escape(policy.name());
        return policy.link() == null
                ? name
                : "[" + name + "]("
                        + policy.link().toASCIIString().replace("(", "%28").replace(")", "%29") + ")";
    }

    private String state(Told told, boolean overdue) {
        LocalDate due = told.policy().reviewDue();
        if (due == null) {
            return messages.text("register.row.undated");
        }
        return messages.text(overdue ? "register.row.overdue" : "register.row.due", date(told, Fact.REVIEW, due));
    }

    private String details(Told told) {
        RegisteredPolicy policy = told.policy();
        List<String> details = new ArrayList<>();
        if (policy.version() != null) {
            details.add(messages.text("register.row.version", Markdown.escapeInLine(policy.version())));
        }
        if (policy.approved() != null) {
            details.add(messages.text("register.row.approved", date(told, Fact.APPROVED, policy.approved())));
        }
        if (policy.owner() != null) {
            details.add(messages.text("register.row.owner", Markdown.escapeInLine(policy.owner())));
        }
        return String.join(" \u00b7 ", details);
    }

    /** The whole month where no more than the month is told. */
    static String date(Told told, Fact fact, LocalDate day) {
        return told.source(fact).filter(Source::month).isPresent() ? MONTH.format(day) : WrittenTime.date(day);
    }
}
