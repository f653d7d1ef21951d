package io.beadle.register;

import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which type of incident a question is about, by the things that it names. */
final class Topics {
    private final Map<ReportType, Pattern> things = new LinkedHashMap<>();

    Topics(ReportTypes types) {
        for (ReportType type : types.types()) {
            ReportType.Recognise recognise = type.recognise();
            if (recognise != null && !recognise.things().isEmpty()) {
                things.put(
                        type,
                        Pattern.compile(recognise.things().stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "\\b(?:", ")s?\\b"))));
            }
        }
    }

    /** The type of which it names most; the first in the content where two are alike, none where it names nothing. */
    Optional<ReportType> of(String question) {
        String text = question.toLowerCase(Locale.UK);
        ReportType best = null;
        long most = 0;
        for (Map.Entry<ReportType, Pattern> type : things.entrySet()) {
            long named = type.getValue().matcher(text).results().count();
            if (named > most) {
                most = named;
                best = type.getKey();
            }
        }
        return Optional.ofNullable(best);
    }
}
