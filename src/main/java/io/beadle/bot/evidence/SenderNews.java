package io.beadle.bot.evidence;

import io.beadle.card.ExerciseMark;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.WaitingFile;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What becomes of a file, told to whoever sent it in the chat they sent it in: never its name, and each thing once. */
@Component
class SenderNews {
    private static final long KILO = 1_024;

    private final Notices notices;
    private final Incidents incidents;
    private final Messages messages;
    private final Phrases phrases;
    private final EvidenceSettings settings;
    private final InstantSource clock;

    SenderNews(
            Notices notices,
            Incidents incidents,
            Messages messages,
            Phrases phrases,
            EvidenceSettings settings,
            InstantSource clock) {
        this.notices = notices;
        this.incidents = incidents;
        this.messages = messages;
        this.phrases = phrases;
        this.settings = settings;
        this.clock = clock;
    }

    void kept(WaitingFile file, Evidence kept) {
        boolean held = incidents
                .madeFrom(kept.report())
                .filter(incident -> new Custody(incident).isHeld(kept))
                .isPresent();
        String text = held ? "evidence.kept.held" : "evidence.kept";
        tell(file, "end", messages.text(text, size(kept.bytes()), label(kept.report())));
    }

    void keptBefore(WaitingFile file, String report) {
        tell(file, "end", messages.text("evidence.again", label(report)));
    }

    void refused(WaitingFile file, Refusal refusal) {
        tell(file, "end", sentence(refusal));
    }

    /** It could not be had and is tried again; told the first time only. */
    void delayed(WaitingFile file) {
        tell(file, "delayed", messages.text("evidence.delayed"));
    }

    /** What is said of a refusal: {@code {3}} is the largest size. */
    String sentence(Refusal refusal) {
        return phrases.withNumbers(refusal.sentence(), size(settings.mostSize().toBytes()));
    }

    /** What the sender calls a report: its reference once it has one. */
    String label(String report) {
        return incidents
                .madeFrom(report)
                .map(incident -> new ExerciseMark(messages).on(label(incident), incident.exercise()))
                .orElseGet(() -> messages.text("evidence.draft"));
    }

    /** A held account is told the reference only (G5). */
    private String label(Incident incident) {
        return incident.isHeld()
                ? incident.reference()
                : messages.text(
                        "evidence.report",
                        incident.reference(),
                        incident.report().title());
    }

    private void tell(WaitingFile file, String what, String text) {
        Notice.To.Somebody sender = new Notice.To.Somebody(file.member(), file.conversation(), file.conversation());
        // with the report in it: what was told of a report goes when the report does
        String key = "file-" + (file.report() == null ? "" : file.report() + "-") + file.id() + "-" + what;
        notices.put(Notice.toPerson(key, sender, Message.text(text), clock.instant()));
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? "%d KB".formatted(Math.max(1, DataSize.ofBytes(bytes).toKilobytes()))
                : String.format(Locale.UK, "%.1f MB", (double) bytes / (KILO * KILO))
                        .replace(".0 ", " ");
    }
}
