package io.beadle.reader;

import io.beadle.reader.MarkedText.Run;
import java.util.List;

/** A part of a clause as it looks on the page. The template tells them apart by the names of what they hold. */
sealed interface Block {
    /** Text that runs on. */
    record Line(List<Run> runs) {}

    /** A paragraph, which the template writes as such because {@code paragraph} is there. */
    record Paragraph(Line paragraph) implements Block {}

    /** Items with a bullet that is not in their text. */
    record Bullets(List<Line> bullets) implements Block {}

    /** Items with a letter or number of their own, which is in their text. */
    record Labelled(List<Line> labelled) implements Block {}

    /**
     * Rows of cells.
     *
     * @param head the names of the columns; empty where the document marks none
     */
    record Table(List<Line> head, List<Row> rows) implements Block {}

    record Row(List<Line> cells) {}
}
