package io.beadle.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How often it is right that says how sure it is, in steps of a tenth. */
record Reliability(List<Step> steps) {
    private static final int STEPS = 10;
    private static final int SIDE = 400;
    private static final int MARGIN = 60;

    record Step(double said, double right, int questions) {}

    record Judged(double confidence, boolean right) {}

    static Reliability of(List<Judged> judged) {
        List<Step> steps = new ArrayList<>();
        IntStream.range(0, STEPS).forEach(i -> {
            List<Judged> some = judged.stream()
                    .filter(one -> Math.min(STEPS - 1, (int) (one.confidence() * STEPS)) == i)
                    .toList();
            if (!some.isEmpty()) {
                steps.add(new Step(
                        some.stream().mapToDouble(Judged::confidence).average().orElse(0),
                        some.stream().filter(Judged::right).count() / (double) some.size(),
                        some.size()));
            }
        });
        return new Reliability(steps);
    }

    /** The mean distance between what was said and what was so, 0 to 1, by question. */
    double error() {
        double all = steps.stream().mapToInt(Step::questions).sum();
        return steps.stream()
                .mapToDouble(step -> Math.abs(step.said() - step.right()) * step.questions() / all)
                .sum();
    }

    String table() {
        StringBuilder table = new StringBuilder("| said | was right | questions |\n|---|---|---|\n");
        steps.forEach(step -> table.append(
                String.format(Locale.UK, "| %.2f | %.2f | %d |\n", step.said(), step.right(), step.questions())));
        return table.toString();
    }

    String picture() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.UK,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>How often it is right that says how sure it is</title>
                <rect width="100%%" height="100%%" fill="white"/>
                <path d="M%s L%s L%s" fill="none" stroke="black"/>
                <path d="M%s L%s" stroke="gray" stroke-dasharray="4"/>
                <text x="%d" y="%d" text-anchor="middle">confidence said</text>
                <text x="18" y="%d" transform="rotate(-90 18 %d)" text-anchor="middle">share that was right</text>
                """,
                SIDE + 2 * MARGIN,
                SIDE + 2 * MARGIN,
                at(0, 1),
                at(0, 0),
                at(1, 0),
                at(0, 0),
                at(1, 1),
                MARGIN + SIDE / 2,
                SIDE + 2 * MARGIN - 14,
                MARGIN + SIDE / 2,
                MARGIN + SIDE / 2));
        for (int i = 0; i <= STEPS; i += 2) {
            double tick = i / (double) STEPS;
            svg.append(String.format(
                    Locale.UK,
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text><text x=\"%d\" y=\"%.0f\""
                            + " text-anchor=\"end\">%.1f</text>\n",
                    MARGIN + tick * SIDE,
                    MARGIN + SIDE + 18,
                    tick,
                    MARGIN - 8,
                    MARGIN + (1 - tick) * SIDE + 4,
                    tick));
        }
        svg.append("<path d=\"M");
        svg.append(String.join(
                " L", steps.stream().map(step -> at(step.said(), step.right())).toList()));
        svg.append("\" fill=\"none\" stroke=\"#1d70b8\" stroke-width=\"2\"/>\n");
        for (Step step : steps) {
            svg.append(String.format(
                    Locale.UK,
                    "<circle cx=\"%1$.0f\" cy=\"%2$.0f\" r=\"4\" fill=\"#1d70b8\"/>"
                            + "<text x=\"%1$.0f\" y=\"%2$.0f\" dx=\"7\" dy=\"14\">%3$d</text>\n",
                    MARGIN + step.said() * SIDE,
                    MARGIN + (1 - step.right()) * SIDE,
                    step.questions()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String at(double x, double y) {
        return String.format(Locale.UK, "%.0f %.0f", MARGIN + x * SIDE, MARGIN + (1 - y) * SIDE);
    }
}
