package io.beadle.bot.desk;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds reports that may be about the same thing (G19): of the same type within days, of the same place, system or thing. */
@Component
final class RelatedReports {
    /** So far apart they may still be about the same. */
    private static final Duration NEAR = Duration.ofDays(14);

    /** So close two of one type are likely to be. */
    private static final Duration SOON = Duration.ofDays(2);

    private static final int LOOKED_AT = 300;
    private static final int SHOWN = 3;
    private static final int ENOUGH = 2;

    /** What says where it was, and in which system; words in common count. */
    private static final List<String> PLACES = List.of("where", "place", "system");

    /** What names one thing or sender; the same answer is enough. */
    private static final List<String> NAMES = List.of("asset-tag", "sender", "from", "supplier");

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> COMMON = Set.of(
            "about",
            "from",
            "into",
            "left",
            "near",
            "none",
            "office",
            "over",
            "that",
            "their",
            "there",
            "this",
            "train",
            "with",
            "work",
            "known",
            "council",
            "street",
            "road",
            "morning",
            "yesterday");

    private final Incidents incidents;

    RelatedReports(Incidents incidents) {
        this.incidents = incidents;
    }

    private record Match(Incident incident, int points) {}

    /** The open ones that may be the same, the likeliest first; none that {@code mayKnow} denies. */
    List<Incident> of(Incident incident, Predicate<Incident> mayKnow) {
        return incidents.reportedSince(incident.report().reported().minus(NEAR), LOOKED_AT).stream()
                .filter(other -> other.isOpen()
                        && other.exercise() == incident.exercise()
                        && !other.reference().equals(incident.reference())
                        && apart(incident, other).compareTo(NEAR) <= 0)
                .map(other -> new Match(other, points(incident, other)))
                .filter(match -> match.points() >= ENOUGH)
                .sorted(Comparator.comparingInt(Match::points).reversed())
                .map(Match::incident)
                .filter(mayKnow)
                .limit(SHOWN)
                .toList();
    }

    private static int points(Incident one, Incident other) {
        int points = 0;
        if (one.report().type().equals(other.report().type())) {
            points += apart(one, other).compareTo(SOON) <= 0 ? 2 : 1;
        }
        for (String question : PLACES) {
            if (!Collections.disjoint(words(one, question), words(other, question))) {
                points++;
            }
        }
        for (String question : NAMES) {
            String name = normal(one, question);
            // "not known" and "n/a" name nothing
            if (name.chars().anyMatch(Character::isDigit) && name.equals(normal(other, question))) {
                points += ENOUGH;
            }
        }
        return points;
    }

    private static Duration apart(Incident one, Incident other) {
        return Duration.between(one.report().reported(), other.report().reported())
                .abs();
    }

    private static Set<String> words(Incident incident, String question) {
        return Stream.of(WORDS.split(normal(incident, question)))
                .filter(word -> word.length() >= SHORTEST_WORD && !COMMON.contains(word))
                .collect(Collectors.toSet());
    }

    private static String normal(Incident incident, String question) {
        return incident.current(question).map(Answer::value).orElse("").strip().toLowerCase(Locale.UK);
    }
}
