package io.beadle.bot.report.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatMessageTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two &amp; three</p> | One¶Two & three",
                "<div><div><at id=\"0\">Beadle</at> - Hi<br>there</div></div> | Beadle - Hi¶there",
                "Your <a href=\"https://evil.example/pay\">pay slip</a> | Your pay slip (https://evil.example/pay)",
                "<a href=\"https://a.example\">https://a.example</a> | https://a.example",
                "Fine <emoji alt=\"\uD83D\uDE42\"></emoji> <img src=\"x\" alt=\"a cat\"> | Fine \uD83D\uDE42 a cat",
                "<script>alert(1)</script><style>p{}</style>Hello | Hello",
                "a\u202Eb\u0000c&nbsp;&nbsp; d | abc d",
            })
    void markupBecomesTheTextThatPeopleReadAndLinksSayWhereTheyLead(String html, String read) {
        assertThat(ChatMessage.of(payload(html)).text()).isEqualTo(read.replace('¶', '\n'));
    }

    @Test
    void senderTimeAndLinkAreRead() {
        ChatMessage message = ChatMessage.of(payload("Hi"));
        assertThat(message.sender()).isEqualTo("Olo Brockhouse");
        assertThat(message.sent()).isEqualTo(Instant.parse("2026-11-21T12:52:24.833Z"));
        assertThat(message.link()).startsWith("https://teams.microsoft.com/l/message/");
        assertThat(message).hasToString("ChatMessage");
    }

    @Test
    void aTextThatIsNoMarkupStaysAsItIs() {
        assertThat(ChatMessage.of(Map.of("body", Map.of("contentType", "text", "content", "a < b <i>c</i>")))
                        .text())
                .isEqualTo("a < b <i>c</i>");
    }

    @Test
    void whatAnAppPostedIsByTheApp() {
        assertThat(ChatMessage.of(Map.of("from", Map.of("application", Map.of("displayName", "Webhook"))))
                        .sender())
                .isEqualTo("Webhook");
    }

    @Test
    void everyPartIsBoundedHoweverDeepOrLong() {
        ChatMessage message = ChatMessage.of(Map.of(
                "body",
                Map.of("content", "<div>".repeat(11_000) + "x".repeat(5_000)),
                "from",
                Map.of("user", Map.of("displayName", "n".repeat(500))),
                "linkToMessage",
                "https://" + "l".repeat(500),
                "createdDateTime",
                "yesterday"));
        assertThat(message.text()).hasSizeLessThanOrEqualTo(1_201).endsWith("…");
        assertThat(message.sender()).hasSize(101);
        assertThat(message.link()).isEmpty();
        assertThat(message.sent()).isNull();
    }

    @Test
    void whatIsMissingOrOfAnotherKindIsEmpty() {
        for (Object payload : new Object[] {"", List.of(), Map.of(), Map.of("body", "x", "from", List.of())}) {
            assertThat(ChatMessage.of(payload)).isEqualTo(new ChatMessage("", "", "", null));
        }
        assertThat(ChatMessage.of(Map.of("linkToMessage", "javascript:alert(1)"))
                        .link())
                .isEmpty();
    }

    private static Map<String, Object> payload(String html) {
        return Map.of(
                "linkToMessage",
                "https://teams.microsoft.com/l/message/19:6decf54d86d945e4b3924b63a9161a78@thread.skype/1611060744833",
                "createdDateTime",
                "2026-11-21T12:52:24.833Z",
                "body",
                Map.of("contentType", "html", "content", html),
                "from",
                Map.of("user", Map.of("displayName", "Olo Brockhouse")));
    }
}
