package io.beadle.knowledge.document;

import java.util.List;

/** A source file that could be read: its base name with its ending, and its lines. */
public record SourceText(String file, String text) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    boolean isMarkdown() {
        return file.endsWith(".md");
    }

    List<String> lines() {
        String plain = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        return plain.replace('\u00A0', ' ').replace('\f', '\n').lines().toList();
    }
}
