package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Source;
import io.beadle.knowledge.RegisterAnswer.Told;
import io.beadle.knowledge.RegisteredPolicy;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says, in a sentence or two of Markdown, with who says it. */
@Component
public final class RegisterText {
    private final Messages messages;

    public RegisterText(Messages messages) {
        this.messages = messages;
    }

    public String of(RegisterAnswer answer, LocalDate today) {
        int found = answer.policies().size();
        return switch (answer.asked()) {
            case Asked.Everything everything -> messages.text("register.all", found);
            case Asked.Overdue overdue ->
                (found == 0
                                ? messages.text("register.overdue.none", answer.known())
                                : messages.text("register.overdue", found, answer.known()))
                        + undated(answer);
            case Asked.Due due -> due(due, found) + undated(answer);
            case Asked.About about ->
                found == 1
                        ? of(about.fact(), answer.policies().getFirst(), today)
                        : messages.text("register.several", found);
        };
    }

    private String due(Asked.Due due, int found) {
        LocalDate until = due.until();
        if (until == null) {
            return messages.text(found == 0 ? "register.due.unknown" : "register.due.all");
        }
        return messages.text(found == 0 ? "register.due.none" : "register.due", found, WrittenTime.date(until));
    }

    /** Who keeps no date must not pass for being up to date. */
    private String undated(RegisterAnswer answer) {
        return answer.undated() == 0 ? "" : " " + messages.text("register.undated", answer.undated());
    }

    private String of(Fact fact, Told told, LocalDate today) {
        RegisteredPolicy policy = told.policy();
        String name = Markdown.escapeInLine(policy.name());
        return switch (fact) {
            case OWNER -> messages.text("register.owner", name, escaped(policy.owner()), source(told, fact));
            case VERSION -> messages.text("register.version", name, escaped(policy.version()), source(told, fact));
            case APPROVED ->
                messages.text(
                        told.source(fact).filter(Source::month).isPresent()
                                ? "register.approved.month"
                                : "register.approved",
                        name,
                        date(told, fact, policy.approved()),
                        source(told, fact));
            case REVIEW ->
                messages.text(
                        policy.isOverdue(today) ? "register.review.overdue" : "register.review",
                        name,
                        date(told, fact, policy.reviewDue()),
                        source(told, fact));
            case ANY -> messages.text("register.any", name);
        };
    }

    private String source(Told told, Fact fact) {
        return told.source(fact)
                .map(source -> switch (source.kind()) {
                    case REGISTER -> messages.text("register.source.register");
                    case DOCUMENT -> messages.text("register.source.document");
                    case LIST -> messages.text("register.source.list", escaped(source.title()));
                })
                .orElse("");
    }

    private static String date(Told told, Fact fact, @Nullable LocalDate day) {
        return RegisterCard.date(told, fact, Objects.requireNonNull(day));
    }

    private static String escaped(@Nullable String text) {
        return Markdown.escapeInLine(Objects.requireNonNull(text));
    }
}
