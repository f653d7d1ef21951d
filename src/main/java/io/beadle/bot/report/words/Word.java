package io.beadle.bot.report.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of a text.
 *
 * @param low in small letters
 * @param joined whether nothing but a space stands between it and the word before
 */
record Word(String low, int start, int end, boolean joined) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'&/:-]|\\.(?=\\d))*+");

    /** The words, in order. */
    static List<Word> of(String text) {
        Matcher words = WORD.matcher(text);
        Stream.Builder<Word> all = Stream.builder();
        int before = -2;
        while (words.find()) {
            all.add(new Word(
                    words.group().toLowerCase(Locale.UK), words.start(), words.end(), words.start() == before + 1));
            before = words.end();
        }
        return all.build().toList();
    }
}
