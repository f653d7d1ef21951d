package io.beadle.card;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts to what together fits on a card, the longest first. What is stored stays whole. */
final class Excerpts {
    private Excerpts() {}

    /**
     * The texts, in their order.
     *
     * @param room for all of them, in characters of JSON: Teams counts what it is sent
     * @param more what stands at the end of one that was cut
     */
    static List<String> of(List<String> texts, int room, String more) {
        int limit = limit(texts, room);
        List<String> excerpts = new ArrayList<>();
        for (String text : texts) {
            excerpts.add(weight(text) <= limit ? text : cut(text, limit - weight(more)) + more);
        }
        return excerpts;
    }

    /** The highest weight that each may have: what short texts leave over goes to the long ones. */
    private static int limit(List<String> texts, int room) {
        int left = room;
        int rest = texts.size();
        for (int weight : texts.stream().map(Excerpts::weight).sorted().toList()) {
            if ((long) weight * rest > left) {
                return left / rest;
            }
            left -= weight;
            rest--;
        }
        return Integer.MAX_VALUE;
    }

    private static String cut(String text, int limit) {
        int weight = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            weight += weight(point);
            if (weight > limit) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    /** Characters of UTF-16 that a text takes in JSON. */
    static int weight(String text) {
        return text.codePoints().map(Excerpts::weight).sum();
    }

    /** Characters of UTF-16 that a code point takes in JSON. */
    private static int weight(int point) {
        return switch (point) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            default -> point < ' ' ? 6 : Character.charCount(point);
        };
    }
}
