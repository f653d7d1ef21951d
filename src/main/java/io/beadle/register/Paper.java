package io.beadle.register;

import java.util.List;

/** A document before it has a format. */
public record Paper(String title, List<Part> parts) {
    public Paper {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    public record Heading(String text) implements Part {}

    public record Text(String text) implements Part {}

    /** Names with what there is to say of each. */
    public record Lines(List<Line> lines) implements Part {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A name with what there is to say of it.
     *
     * @param missing whether it has yet to be found out, so that the text only says so
     */
    public record Line(String name, String text, boolean missing) {}

    /** The title alone: what it says never reaches a log. */
    @Override
    public String toString() {
        return "Paper[" + title + "]";
    }
}
