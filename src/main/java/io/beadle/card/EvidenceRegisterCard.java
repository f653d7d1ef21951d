package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The evidence of an incident and who opened it, for whoever may open it, in their personal chat (G13). */
@Component
public final class EvidenceRegisterCard {
    /** The answers: the number of the file, and the reason. */
    public static final String FILE = "file";

    public static final String WHY = "why";

    /** Of a reason, in characters. */
    public static final int LONGEST = 500;

    /** Of the custody log, the latest; all of it is in the pack for internal audit. */
    private static final int LINES = 10;

    private static final int FILES = 20;
    private static final int ROOM = 3_000;

    private final CardTemplates templates;
    private final Messages messages;

    EvidenceRegisterCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /**
     * A file.
     *
     * @param name what its sender's device called it
     * @param facts its type, size, time and hash
     */
    public record Shown(String name, String facts) {}

    /**
     * What is kept, and the form to open one of it.
     *
     * @param files in the order in which they came; they are chosen by their number, from 1
     * @param log earliest first
     * @param why what was typed as the reason, where it is to be typed again
     */
    public Card of(
            String incident,
            List<Shown> files,
            List<String> log,
            boolean quarantined,
            @Nullable String notice,
            @Nullable String problem,
            @Nullable String why) {
        String title = messages.text("custody.card.title", incident);
        List<Shown> shown = files.subList(0, Math.min(FILES, files.size()));
        List<String> latest = Excerpts.of(
                log.subList(Math.max(0, log.size() - LINES), log.size()), ROOM, messages.text("curated.cut"));
        List<String> names = Excerpts.of(shown.stream().map(Shown::name).toList(), ROOM, messages.text("curated.cut"));
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        String intro = messages.text(intro(files, quarantined));
        data.put(
                "intro",
                files.size() > FILES ? intro + " " + messages.text("custody.card.more", FILES, files.size()) : intro);
        data.put("notice", notice);
        data.put("problem", problem);
        data.put(
                "files",
                IntStream.range(0, shown.size())
                        .mapToObj(i -> Map.of(
                                "label", messages.text("custody.card.file", i + 1),
                                "name", names.get(i),
                                "facts", shown.get(i).facts()))
                        .toList());
        data.put("hasLog", !latest.isEmpty());
        data.put("logTitle", messages.text("custody.card.log"));
        data.put("log", latest.stream().map(line -> Map.of("text", line)).toList());
        data.put("canOpen", !files.isEmpty() && !quarantined);
        data.put("fileId", InputIds.of(FILE));
        data.put("fileLabel", messages.text("custody.card.which"));
        data.put(
                "choices",
                IntStream.rangeClosed(1, shown.size())
                        .mapToObj(number -> Map.of(
                                "title", messages.text("custody.card.choice", number), "value", String.valueOf(number)))
                        .toList());
        data.put("whyId", InputIds.of(WHY));
        data.put("whyLabel", messages.text("custody.card.why"));
        data.put("longest", LONGEST);
        data.put("why", why);
        data.put("openTitle", messages.text("custody.card.open"));
        data.put("handOverTitle", messages.text("custody.card.hand-over"));
        data.put("incident", incident);
        return new Card(templates.render("evidence-register", data), title);
    }

    private static String intro(List<Shown> files, boolean quarantined) {
        if (files.isEmpty()) {
            return "custody.card.none";
        }
        return quarantined ? "custody.card.quarantined" : "custody.card.intro";
    }
}
