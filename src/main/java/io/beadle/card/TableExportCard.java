package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be exported as a table, with its figures: the breach register (G32), the FOI table (G15). */
@Component
public final class TableExportCard {
    /** So many open clocks fit on a card that is read on a telephone. */
    private static final int MOST = 8;

    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;

    TableExportCard(CardTemplates templates, Messages messages, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
    }

    /**
     * An incident about which nobody has decided whether the Commissioner is told.
     *
     * @param limit when the 72 hours end, or ended
     */
    public record OpenClock(String reference, Instant limit) {}

    /**
     * The breach register.
     *
     * @param clocks those that end first come first
     */
    public Card breaches(int entries, int notified, int notNotified, List<OpenClock> clocks, Instant now) {
        List<Map<String, String>> lines = new ArrayList<>(clocks.stream()
                .limit(MOST)
                .map(clock -> Map.of("text", line(clock, now)))
                .toList());
        if (clocks.size() > MOST) {
            lines.add(Map.of("text", messages.text("breaches.more", clocks.size() - MOST)));
        }
        return card(
                CardAction.ExportTable.BREACHES,
                "breaches",
                List.of(
                        fact("register.entries", entries),
                        fact("register.notified", notified),
                        fact("register.not-notified", notNotified),
                        fact("register.undecided", clocks.size())),
                lines);
    }

    public Card foi() {
        return card(CardAction.ExportTable.FOI, "foi", List.of(), List.of());
    }

    private String line(OpenClock clock, Instant now) {
        Duration left = Duration.between(now, clock.limit());
        return messages.text(
                left.isNegative() ? "register.over" : "register.left",
                clock.reference(),
                times.inFull(clock.limit()),
                WrittenTime.of(left));
    }

    private Map<String, String> fact(String key, int count) {
        return Map.of("title", messages.text(key), "value", String.valueOf(count));
    }

    private Card card(String table, String texts, List<Map<String, String>> facts, List<Map<String, String>> lines) {
        String title = messages.text(texts + ".title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text(texts + ".intro"));
        data.put("hasFacts", !facts.isEmpty());
        data.put("facts", facts);
        data.put("lines", lines);
        data.put("sheetTitle", messages.text("register.xlsx"));
        data.put("commaTitle", messages.text("register.csv"));
        data.put("table", table);
        return new Card(templates.render("table-export", data), title);
    }
}
