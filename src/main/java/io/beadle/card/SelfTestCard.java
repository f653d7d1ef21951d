package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfTestText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a self-test found, the worst first, each with what it means and what to do. */
@Component
public final class SelfTestCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final SelfTestText text;

    SelfTestCard(CardTemplates templates, Messages messages, SelfTestText text) {
        this.templates = templates;
        this.messages = messages;
        this.text = text;
    }

    /**
     * The card.
     *
     * @param state what stands above the findings
     */
    public Card of(String title, String state, List<Finding> findings) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", null);
        data.put("state", state);
        data.put("missing", null);
        data.put(
                "sections",
                Stream.of(
                                section("selftest.title.failed", Finding.State.FAILED, findings),
                                section("selftest.title.warning", Finding.State.WARNING, findings),
                                section("selftest.title.ok", Finding.State.OK, findings))
                        .filter(Objects::nonNull)
                        .toList());
        data.put("hasButtons", false);
        data.put("buttons", List.of());
        data.put("urgent", null);
        return new Card(templates.render("incident-record", data), title);
    }

    private @Nullable Map<String, Object> section(String title, Finding.State state, List<Finding> findings) {
        List<SelfTestText.Line> lines = text.lines(
                findings.stream().filter(finding -> finding.state() == state).toList());
        return lines.isEmpty()
                ? null
                : Map.of(
                        "title",
                        messages.text(title),
                        "lines",
                        lines.stream()
                                .map(line -> Map.of("asked", line.title(), "shown", line.text()))
                                .toList());
    }
}
