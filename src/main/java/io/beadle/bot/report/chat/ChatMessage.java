package io.beadle.bot.report.chat;

import io.beadle.card.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody wants to report, as Teams hands it over (Teams docs, "create-task-module": messagePayload).
 * Whoever sent it wrote all of it: nothing in it is trusted, and every part is bounded.
 *
 * @param text without markup, at most {@value #LONGEST} characters; a link says where it leads
 * @param sender the display name, empty where Teams names none; personal data
 * @param link to the message, empty where there is none that is short enough
 * @param sent null where Teams does not say
 */
public record ChatMessage(
        String text, String sender, String link, @Nullable Instant sent) {
    private static final int LONGEST = 1_200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINK = 400;

    /** Teams takes about 28 KB a message; what is longer was not written in it. */
    private static final int READ = 60_000;

    private static final Pattern BLANK = Pattern.compile("[ \\t\\u00a0]++");
    private static final Pattern EMPTY_LINES = Pattern.compile(" ?\\n[ \\n]*+");

    /** Reads the invoke's {@code messagePayload}; what is missing or of another kind counts as empty. */
    public static ChatMessage of(@Nullable Object payload) {
        String content = text(payload, "body", "content");
        String read = content.substring(0, Math.min(content.length(), READ));
        String plain = "text".equals(text(payload, "body", "contentType")) ? read : plain(read);
        String user = text(payload, "from", "user", "displayName");
        String sender = user.isBlank() ? text(payload, "from", "application", "displayName") : user;
        String link = line(text(payload, "linkToMessage"));
        return new ChatMessage(
                cut(lines(plain), LONGEST),
                cut(line(sender), LONGEST_NAME),
                link.length() <= LONGEST_LINK && link.startsWith("https://") ? link : "",
                instant(text(payload, "createdDateTime")));
    }

    private static String plain(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element picture : document.select("img[alt], emoji[alt]")) {
            picture.replaceWith(new TextNode(picture.attr("alt")));
        }
        for (Element link : document.select("a[href]")) {
            if (!link.text().strip().equals(link.attr("href").strip())) {
                link.appendText(" (" + link.attr("href") + ")");
            }
        }
        document.select("br, p, div, li, tr, blockquote").forEach(block -> {
            block.before(new TextNode("\n"));
            block.after(new TextNode("\n"));
        });
        return document.body().wholeText();
    }

    private static String lines(String text) {
        return EMPTY_LINES
                .matcher(BLANK.matcher(TypedText.of(text)).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }

    private static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest) + "…";
    }

    private static @Nullable Instant instant(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(@Nullable Object tree, String... path) {
        @Nullable Object at = tree;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at instanceof String text ? text : "";
    }

    /** Nothing of it reaches a log. */
    @Override
    public String toString() {
        return "ChatMessage";
    }
}
