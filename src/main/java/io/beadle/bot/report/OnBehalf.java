package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.OnBehalfCard;
import io.beadle.content.Messages;
import io.beadle.incident.OnBehalfOf;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who told of it, where somebody writes a report down for a person without Teams (G9): asked before anything else. */
@Component
final class OnBehalf {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,180}\\.[^\\s@<>.]{2,24}");

    private final OnBehalfCard card;
    private final AnswerRules rules;
    private final Messages messages;
    private final InstantSource clock;

    OnBehalf(OnBehalfCard card, AnswerRules rules, Messages messages, InstantSource clock) {
        this.card = card;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    Card ask() {
        return card.of(Map.of(), Map.of(), clock.instant());
    }

    /** The card again with what is wrong with the answers; empty if they will do. */
    Optional<Card> wrong(Map<String, String> answers) {
        Map<String, String> problems = new LinkedHashMap<>(rules.problems(card.questions(), answers, clock.instant()));
        String number = answers.getOrDefault(OnBehalfCard.NUMBER, "");
        String email = answers.getOrDefault(OnBehalfCard.EMAIL, "");
        if (number.isEmpty() && email.isEmpty()) {
            problems.put(OnBehalfCard.NUMBER, messages.text("behalf.problem.way"));
        }
        boolean needed = "yes".equals(answers.get(OnBehalfCard.MAY_EMAIL));
        if (email.isEmpty() ? needed : !ADDRESS.matcher(email).matches()) {
            problems.put(OnBehalfCard.EMAIL, messages.text("behalf.problem.email"));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(card.of(answers, problems, clock.instant()));
    }

    /** Of answers with which nothing is {@link #wrong}. */
    OnBehalfOf of(Map<String, String> answers) {
        return new OnBehalfOf(
                answers.getOrDefault(OnBehalfCard.NAME, ""),
                answers.getOrDefault(OnBehalfCard.ORGANISATION, ""),
                answers.getOrDefault(OnBehalfCard.NUMBER, ""),
                "yes".equals(answers.get(OnBehalfCard.MAY_EMAIL)),
                answers.getOrDefault(OnBehalfCard.EMAIL, ""));
    }
}
