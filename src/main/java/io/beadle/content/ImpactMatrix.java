package io.beadle.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How bad an incident is (G20; template policy, appendix 4), from {@code bot/impact-matrix.yaml}. It decides the severity, and
 * nothing about the Information Commissioner or the people affected.
 *
 * @param rows from the least to the worst
 * @param impacts the kinds of impact, in the order shown
 */
public record ImpactMatrix(List<Row> rows, List<Impact> impacts, List<Proposal> proposals) {
    /** Whether it could come of an incident, or has. The two are kept apart. */
    public enum Extent {
        @JsonProperty("potential")
        POTENTIAL,
        @JsonProperty("actual")
        ACTUAL
    }

    /**
     * A row.
     *
     * @param severity {@code low}, {@code medium} or {@code high}
     */
    public record Row(String id, String title, String severity) {}

    /**
     * A kind of impact.
     *
     * @param cells what it means in each row, by the row's id
     */
    public record Impact(String id, String title, Map<String, String> cells) {}

    /** A cell that is proposed of such incidents. */
    public record Proposal(
            Extent extent,
            String impact,
            String row,
            @JsonProperty("if") Circumstances when) {
        Cell cell() {
            return new Cell(extent, impact, row);
        }
    }

    /** A cell of the matrix, by the ids of its impact and its row. */
    public record Cell(Extent extent, String impact, String row) {}

    public ImpactMatrix {
        rows = List.copyOf(rows);
        impacts = List.copyOf(impacts);
        proposals = List.copyOf(proposals);
    }

    /**
     * The cells that what is known of an incident speaks for: of each kind of impact one that could come of it and one that has,
     * the highest proposed, else the lowest row.
     */
    public List<Cell> propose(Function<String, Set<String>> facts) {
        Map<String, Cell> proposed = proposals.stream()
                .filter(proposal -> proposal.when().hold(facts))
                .map(Proposal::cell)
                .collect(Collectors.toMap(ImpactMatrix::place, Function.identity(), BinaryOperator.maxBy(byRow())));
        return Stream.of(Extent.values())
                .flatMap(extent -> impacts.stream()
                        .map(impact ->
                                new Cell(extent, impact.id(), rows.getFirst().id())))
                .map(lowest -> proposed.getOrDefault(place(lowest), lowest))
                .toList();
    }

    /** The cell that decides: the highest, of several the first. */
    public Optional<Cell> deciding(List<Cell> cells) {
        return cells.stream().reduce((first, second) -> byRow().compare(second, first) > 0 ? second : first);
    }

    /** {@code low}, {@code medium} or {@code high}, as the highest cell has it; without any cell the lowest. */
    public String severity(List<Cell> cells) {
        return deciding(cells)
                .flatMap(cell -> row(cell.row()))
                .orElse(rows.getFirst())
                .severity();
    }

    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    public Optional<Impact> impact(String id) {
        return impacts.stream().filter(impact -> impact.id().equals(id)).findFirst();
    }

    /** What a cell says, empty if there is none such. */
    public String words(Cell cell) {
        return impact(cell.impact())
                .map(impact -> impact.cells().getOrDefault(cell.row(), ""))
                .orElse("");
    }

    /** What an officer is asked to confirm: a choice for each kind of impact, by its id; the choices are the rows. */
    public List<Question> fields() {
        return impacts.stream().map(this::field).toList();
    }

    /**
     * The cells that an officer confirmed.
     *
     * @param filledIn what each of {@link #fields} was filled in with, empty for nothing
     */
    public List<Cell> confirmed(Extent extent, Function<String, String> filledIn) {
        return impacts.stream()
                .map(impact -> new Cell(extent, impact.id(), filledIn.apply(impact.id())))
                .filter(cell -> row(cell.row()).isPresent())
                .toList();
    }

    /** The row and what it means here, unless both are the same word. */
    private static String title(Row row, Impact impact) {
        String cell = String.valueOf(impact.cells().get(row.id()));
        return cell.equals(row.title()) ? cell : row.title() + ": " + cell;
    }

    private Question field(Impact impact) {
        List<Question.Choice> choices = rows.stream()
                .map(row -> new Question.Choice(row.id(), title(row, impact), List.of()))
                .toList();
        return new Question(
                impact.id(),
                Question.Kind.CHOICE,
                impact.title(),
                null,
                null,
                null,
                true,
                choices,
                0,
                null,
                null,
                Map.of(),
                List.of());
    }

    private static String place(Cell cell) {
        return cell.extent() + "/" + cell.impact();
    }

    private Comparator<Cell> byRow() {
        List<String> order = rows.stream().map(Row::id).toList();
        return Comparator.comparingInt(cell -> order.indexOf(cell.row()));
    }
}
