package io.beadle.bot.desk;

import io.beadle.content.ImpactMatrix;
import io.beadle.content.ImpactMatrix.Cell;
import io.beadle.content.ImpactMatrix.Extent;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Facts;
import io.beadle.incident.Incident;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The risk impact matrix as it is confirmed (G20): Beadle proposes a cell of each kind of impact, the officer confirms or changes
 * it, and the highest decides. What could come of an incident and what has are kept apart, and both count.
 */
@Component
final class MatrixAnswers {
    private static final String MATRIX = "matrix";
    private static final String EXTENT = "extent";
    private static final String DECIDED = "decided";

    private final ImpactMatrix matrix;
    private final Messages messages;

    MatrixAnswers(ImpactMatrix matrix, Messages messages) {
        this.matrix = matrix;
        this.messages = messages;
    }

    List<Question> fields() {
        return matrix.fields();
    }

    /** What is proposed: what could come of it until that was confirmed, then what has. */
    Map<String, String> proposed(Incident incident) {
        Extent extent = confirmed(incident, Extent.POTENTIAL).isEmpty() ? Extent.POTENTIAL : Extent.ACTUAL;
        Map<String, String> proposed = new LinkedHashMap<>();
        proposed.put(EXTENT, word(extent));
        matrix.propose(new Facts(incident)).stream()
                .filter(cell -> cell.extent() == extent)
                .forEach(cell -> proposed.put(cell.impact(), cell.row()));
        return proposed;
    }

    /** How severe it is, with what is filled in. */
    String severity(Incident incident, Map<String, String> filledIn) {
        return matrix.severity(cells(incident, filledIn));
    }

    /** What the act holds besides: the severity, and the cell that decided it. */
    List<Answer> decided(Incident incident, Map<String, String> filledIn) {
        List<Cell> cells = cells(incident, filledIn);
        String severity = matrix.severity(cells);
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(
                "severity", messages.text("matrix.severity"), severity, messages.text("severity." + severity), true));
        matrix.deciding(cells)
                .map(cell -> new Answer(
                        DECIDED, messages.text("matrix.decided"), cell.impact() + "/" + cell.row(), shown(cell), true))
                .ifPresent(answers::add);
        return answers;
    }

    private String shown(Cell cell) {
        return messages.text(
                "matrix.cell." + word(cell.extent()),
                matrix.impact(cell.impact()).map(ImpactMatrix.Impact::title).orElse(cell.impact()),
                matrix.row(cell.row()).map(ImpactMatrix.Row::title).orElse(cell.row()));
    }

    /** Those filled in now, and those of the other extent that were confirmed last. */
    private List<Cell> cells(Incident incident, Map<String, String> filledIn) {
        Extent now = filledIn.getOrDefault(EXTENT, "").equals(word(Extent.ACTUAL)) ? Extent.ACTUAL : Extent.POTENTIAL;
        Extent other = now == Extent.ACTUAL ? Extent.POTENTIAL : Extent.ACTUAL;
        return Stream.concat(
                        matrix.confirmed(now, impact -> filledIn.getOrDefault(impact, "")).stream(),
                        confirmed(incident, other).stream())
                .toList();
    }

    private List<Cell> confirmed(Incident incident, Extent extent) {
        return new CaseFile(incident)
                .all(MATRIX).stream()
                        .filter(act -> act.value(EXTENT).equals(word(extent)))
                        .reduce((earlier, later) -> later)
                        .map(act -> matrix.confirmed(extent, act::value))
                        .orElse(List.of());
    }

    private static String word(Extent extent) {
        return extent.name().toLowerCase(Locale.ROOT);
    }
}
