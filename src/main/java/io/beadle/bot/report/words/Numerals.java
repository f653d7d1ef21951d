package io.beadle.bot.report.words;

import java.util.List;
import java.util.Locale;

/** Numbers as people write them. */
final class Numerals {
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** A number to twelve in words or two digits. */
    static final String SMALL = "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    private Numerals() {}

    /** The value of what {@link #SMALL} matched, or of "a", "an", "a couple of", "twenty", "a dozen" and the like. */
    static int value(String written) {
        String word = written.strip().toLowerCase(Locale.UK).replace('-', ' ').replace(",", "");
        return switch (word) {
            case "a", "an" -> 1;
            case "a couple of", "a couple" -> 2;
            case "half", "thirty" -> 30;
            case "quarter", "a quarter", "fifteen" -> 15;
            case "a dozen" -> 12;
            case "twenty" -> 20;
            case "twenty five" -> 25;
            case "forty" -> 40;
            case "fifty" -> 50;
            case "a hundred", "one hundred" -> 100;
            case "two hundred" -> 200;
            case "a thousand", "one thousand" -> 1_000;
            default -> WORDS.contains(word) ? WORDS.indexOf(word) : Integer.parseInt(word);
        };
    }
}
