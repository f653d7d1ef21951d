package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the schema cannot say of the impact matrix: a cell for each impact in each row, and rows that rise. */
final class ImpactMatrixRules {
    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    private ImpactMatrixRules() {}

    static void check(ImpactMatrix matrix, BiConsumer<String, String> mistake) {
        List<String> rows = matrix.rows().stream().map(ImpactMatrix.Row::id).toList();
        List<String> impacts =
                matrix.impacts().stream().map(ImpactMatrix.Impact::id).toList();
        checkIds("/rows/", rows, mistake);
        checkIds("/impacts/", impacts, mistake);
        for (int i = 1; i < rows.size(); i++) {
            if (severity(matrix, i) < severity(matrix, i - 1)) {
                mistake.accept(
                        "/rows/" + i + "/severity",
                        rows.get(i) + " is less severe than the row before it: list rows from the least to the worst");
            }
        }
        for (int i = 0; i < impacts.size(); i++) {
            ImpactMatrix.Impact impact = matrix.impacts().get(i);
            String place = "/impacts/" + i + "/cells";
            rows.stream()
                    .filter(row -> !impact.cells().containsKey(row))
                    .forEach(row -> mistake.accept(place, impact.id() + " has no cell in the row " + row + ": add it"));
            impact.cells().keySet().stream()
                    .filter(row -> !rows.contains(row))
                    .forEach(row -> mistake.accept(
                            place + '/' + row, impact.id() + " has a cell in \"" + row + "\", which is no row"));
        }
        for (int i = 0; i < matrix.proposals().size(); i++) {
            ImpactMatrix.Proposal proposal = matrix.proposals().get(i);
            if (!impacts.contains(proposal.impact())) {
                mistake.accept(
                        "/proposals/" + i + "/impact",
                        "a proposal is of \"" + proposal.impact() + "\", which is no impact: use one of " + impacts);
            }
            if (!rows.contains(proposal.row())) {
                mistake.accept(
                        "/proposals/" + i + "/row",
                        "a proposal is of \"" + proposal.row() + "\", which is no row: use one of " + rows);
            }
        }
    }

    private static int severity(ImpactMatrix matrix, int row) {
        return SEVERITIES.indexOf(matrix.rows().get(row).severity());
    }

    private static void checkIds(String place, List<String> ids, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                mistake.accept(place + i + "/id", ids.get(i) + " is there twice: give each its own id");
            }
        }
    }
}
