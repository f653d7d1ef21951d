package io.beadle.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers lines into clauses: lists stay with their lead-in, rows of a table with each other. */
final class ClauseBuilder {
    private static final int ROW_WORDS = 14;

    private final Headings headings;
    private final List<Clause> clauses = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String label;
    private boolean leadsLetters;
    private boolean rows;
    private int page;
    private int startPage;
    private int run;

    ClauseBuilder(Headings headings) {
        this.headings = headings;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What comes next stands on this page. */
    void page(int newPage) {
        page = newPage;
    }

    /** A line of the sentence before it. */
    void more(String line) {
        text.append(text.isEmpty() ? "" : " ").append(line);
    }

    void paragraph(String line) {
        boolean row = line.split("\\s+").length <= ROW_WORDS && !line.endsWith(".");
        boolean joins = endsInColon() || (row && rows);
        if (!joins) {
            end();
        }
        newLine(line);
        rows = row;
    }

    void row(String line) {
        if (!rows && !endsInColon()) {
            end();
        }
        newLine(line);
        rows = true;
    }

    /** The row of a table that has a line for each cell is complete. */
    void endRow() {
        if (rows) {
            end();
        }
    }

    /** A row that makes sense alone is a clause. */
    void record(String line) {
        end();
        newLine(line);
        end();
    }

    /** An item of a list belongs to what stands before it. */
    void item(String line) {
        newLine(line);
        rows = false;
    }

    /** A lettered clause stands alone, unless a lead-in sentence needs its letters or it is nested in another. */
    void label(Line line) {
        boolean nested = headings.isNested(line.mark());
        if (!nested) {
            boolean led = !text.isEmpty() && (leadsLetters || endsInColon());
            headings.labelled(line.mark());
            if (!led) {
                end();
            }
            leadsLetters = led;
        }
        newLine(line.text());
        if (!leadsLetters) {
            label = headings.label();
        }
        rows = false;
    }

    /** What comes next does not stand next to what came before. */
    void cut() {
        end();
        run++;
    }

    List<Clause> finish() {
        end();
        return List.copyOf(clauses);
    }

    private boolean endsInColon() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ':';
    }

    private void newLine(String line) {
        if (text.isEmpty()) {
            label = headings.label();
            startPage = page;
        } else {
            text.append('\n');
        }
        text.append(line);
    }

    private void end() {
        if (!text.isEmpty()) {
            clauses.add(new Clause(headings.number(), headings.heading(), label, text.toString(), startPage, run));
        }
        text.setLength(0);
        leadsLetters = false;
        rows = false;
    }
}
