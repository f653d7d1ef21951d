package io.beadle.handover;

import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What another system is told of an incident: chosen values alone, nothing that was typed, no name of anybody (G11, G30).
 *
 * @param type the id of its type, {@code title} as people read it
 * @param status how far it is, {@code clearance} the clearance code; as the desk chose them, empty where it has not
 * @param answers of the report, those that a channel may show
 */
record CaseSummary(
        String reference,
        String type,
        String title,
        String severity,
        String state,
        String status,
        String clearance,
        Instant reported,
        List<Chosen> answers) {
    record Chosen(String question, String asked, String value, String shown) {}

    static CaseSummary of(Incident incident) {
        CaseFile file = new CaseFile(incident);
        return new CaseSummary(
                incident.reference(),
                incident.report().type(),
                incident.report().title(),
                word(incident.severity()),
                word(file.state()),
                file.latest("status", "status"),
                file.latest("status", "clearance"),
                incident.report().reported(),
                incident.answers().stream()
                        .filter(answer -> answer.alerts() && !answer.value().isEmpty())
                        .map(CaseSummary::chosen)
                        .toList());
    }

    private static Chosen chosen(Answer answer) {
        return new Chosen(answer.question(), answer.asked(), answer.value(), answer.shown());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
