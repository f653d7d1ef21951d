package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            **bold** _it_               ; \\*\\*bold\\*\\* \\_it\\_
            [link](https://e.example)   ; \\[link\\](https://e.example)
            <at>all</at>                ; \\<at\\>all\\</at\\>
            `code` ~~gone~~             ; \\`code\\` \\~\\~gone\\~\\~
            C# and F#                   ; C# and F#
            - item                      ; \\- item
            Alex Marsh-Jones            ; Alex Marsh-Jones
            1. First                    ; 1\\. First
            4.6(a) says                 ; 4\\.6(a) says
            12) more                    ; 12\\) more
            It is 4.6                   ; It is 4.6
            '&lt;b&gt; R&D'             ; '\\&lt;b\\&gt; R&D'
            a\\b                        ; a\\\\b
            """)
    void escapesWhatMarkdownWouldRead(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }

    @Test
    void aHeadingIsNone() {
        assertThat(Markdown.escape("# Heading")).isEqualTo("\\# Heading");
    }

    @Test
    void looksAtEveryLinesStart() {
        assertThat(Markdown.escape("one\n- two\n  + three\n2. four")).isEqualTo("one\n\\- two\n  \\+ three\n2\\. four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uD83D\uDE80 \u202E\u05E9\u05DC\u05D5\u05DD", "it's \"quoted\" {x} ${y}", "\u00a3500, 5% (all)!"
            })
    void leavesEverythingElse(String text) {
        assertThat(Markdown.escape(text)).isEqualTo(text);
    }

    @Test
    void quotesEveryLine() {
        assertThat(Markdown.quote("Tell *us*.\n(a) at once")).isEqualTo("> Tell \\*us\\*.  \n> (a) at once");
    }

    @Test
    void withinALineANumberIsNoList() {
        assertThat(Markdown.escapeInLine("4.0 *new*\n- x")).isEqualTo("4.0 \\*new\\* - x");
    }
}
