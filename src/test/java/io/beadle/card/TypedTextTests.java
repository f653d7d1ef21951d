package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with what no keyboard has, and with what nobody should send. */
class TypedTextTests {
    /** Escaped as in Java, so that what is not seen can be read here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain: caf\\u00e9 \\u00a3 \\ud83d\\ude80 | plain: caf\\u00e9 \\u00a3 \\ud83d\\ude80",
                "\\u202egpj.exe\\u202c | gpj.exe",
                "a\\u2066b\\u2067c\\u2068d\\u2069e | abcde",
                "bell\\u0007 null\\u0000 escape\\u001b[31m | bell null escape[31m",
                "one\\r\\ntwo\\rthree\\u2028four | one\\ntwo\\nthree\\nfour",
                "half \\ud83d a pair | half  a pair",
                "\\ufeffmark\\ufffe | mark",
                "\\u05d0\\u200f! | \\u05d0\\u200f!",
                "**bold** [x](y) <at> | **bold** [x](y) <at>",
            })
    void keepsWhatShowsAndDropsWhatOnlyChangesHowOthersShow(String typed, String kept) {
        assertThat(TypedText.of(unescape(typed))).isEqualTo(unescape(kept));
    }

    @Test
    void everyInputOfACardIsKeptThatWay() {
        assertThat(InputIds.answers(Map.of("answer-where", " \u202Ebus\u0000 ", "where", "x", "answer-n", 7)))
                .isEqualTo(Map.of("where", "bus", "n", "7"));
    }

    @Test
    void anAnswerIsCutBetweenCharacters() {
        String long5001 = "x".repeat(4_999) + "\uD83D\uDE80";
        assertThat(InputIds.answers(Map.of("answer-a", long5001)).get("a")).hasSize(4_999);
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.startsWith("\\n", i) || text.startsWith("\\r", i)) {
                plain.append(text.charAt(i + 1) == 'n' ? '\n' : '\r');
                i++;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
