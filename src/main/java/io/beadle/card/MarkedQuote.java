package io.beadle.card;

import io.beadle.knowledge.Citation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A quote with the part of it that answers.
 *
 * @param answer what is marked; empty where the whole quote answers
 */
record MarkedQuote(String before, String answer, String after) {
    private static final String CUT = "…";

    /** Two characters that no text has, in place of the marks while the text is escaped. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    static MarkedQuote of(Citation citation) {
        String quote = citation.quote().replace(BEGIN, ' ').replace(END, ' ');
        String sentence = citation.sentence().strip();
        int at = sentence.length() == quote.strip().length() || sentence.isEmpty() ? -1 : quote.indexOf(sentence);
        return at < 0
                ? new MarkedQuote(quote, "", "")
                : new MarkedQuote(quote.substring(0, at), sentence, quote.substring(at + sentence.length()));
    }

    /** At most about so many characters of it, so that what answers stays, with something of what is around it. */
    MarkedQuote within(int room) {
        if (before.length() + answer.length() + after.length() <= room) {
            return this;
        }
        if (answer.isEmpty()) {
            return new MarkedQuote(start(before, room), "", "");
        }
        String kept = start(answer, room);
        int left = room - kept.length();
        String lead = end(before, left / 2);
        return new MarkedQuote(lead, kept, start(after, left - lead.length()));
    }

    /** Escaped, as a block quote, with what answers in bold. Bold ends with its line, so each line has its own. */
    String markdown() {
        String marked = before + answer.replaceAll("(?m)^(\\s*)(.*\\S)", "$1" + BEGIN + "$2" + END) + after;
        return Markdown.quote(marked).replace(String.valueOf(BEGIN), "**").replace(String.valueOf(END), "**");
    }

    /** The parts in their order, each with whether it is the one that answers; none of them empty. */
    List<Run> runs() {
        return Stream.of(new Run(before, false), new Run(answer, true), new Run(after, false))
                .filter(run -> !run.text().isEmpty())
                .toList();
    }

    record Run(String text, boolean answers) {}

    private static String start(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = Math.max(0, room);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private static String end(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int begin = text.length() - Math.max(0, room);
        return CUT
                + text.substring(
                        begin < text.length() && Character.isLowSurrogate(text.charAt(begin)) ? begin + 1 : begin);
    }
}
