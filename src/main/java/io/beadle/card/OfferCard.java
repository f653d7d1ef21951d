package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.incident.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Offers a report that a message has filled in already: to somebody who is not sure that it happened, with what to do now;
 * or of one of several types that it may be. What was written is in the draft, not on the card.
 */
@Component
public final class OfferCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;

    OfferCard(CardTemplates templates, Messages messages, Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
    }

    /**
     * The offer.
     *
     * @param types those it may be, at least one, the draft's among them
     */
    public Card of(Draft draft, List<ReportType> types) {
        boolean known = types.size() == 1;
        List<ReportType.Advice> advice = known ? types.getFirst().advice(draft.answers()) : List.of();
        String title = messages.text(known ? "offer.title" : "offer.title.several");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("doNow", advice.isEmpty() ? null : messages.text("receipt.now"));
        data.put(
                "advice",
                IntStream.range(0, advice.size())
                        .mapToObj(i ->
                                Map.of("text", (i + 1) + ". " + advice.get(i).text()))
                        .toList());
        data.put(
                "intro",
                known ? messages.text("offer.intro", types.getFirst().title()) : messages.text("offer.intro.several"));
        data.put(
                "types",
                types.stream()
                        .map(type ->
                                Map.of("id", type.id(), "title", known ? messages.text("offer.report") : type.title()))
                        .toList());
        data.put("otherTitle", messages.text("offer.other"));
        data.put("dropTitle", messages.text("offer.drop"));
        data.put("draft", draft.id());
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("report-offer", data), title);
    }
}
