package io.beadle.bot.evidence;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.EvidenceCard;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.incident.WaitingFile;
import io.beadle.incident.WaitingFiles;
import io.beadle.teams.SentFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files that people send in their personal chat. Before the first of a report is fetched they are warned what never to send
 * (G13), and say that it is safe to keep.
 */
@Component
public final class Collecting {
    private final WaitingFiles waiting;
    private final ReportsOfSender reports;
    private final FileRules rules;
    private final FileQueue queue;
    private final SenderNews news;
    private final EvidenceCard card;
    private final Messages messages;
    private final Phrases phrases;
    private final InstantSource clock;

    Collecting(
            WaitingFiles waiting,
            ReportsOfSender reports,
            FileRules rules,
            FileQueue queue,
            SenderNews news,
            EvidenceCard card,
            Messages messages,
            Phrases phrases,
            InstantSource clock) {
        this.waiting = waiting;
        this.reports = reports;
        this.rules = rules;
        this.queue = queue;
        this.news = news;
        this.card = card;
        this.messages = messages;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Whether the text that came with files only says which report they are for: then it asks nothing. */
    public static boolean isAboutFiles(String text) {
        return text.isBlank() || ReportsOfSender.reference(text).isPresent();
    }

    /** Files came, with or without a text. */
    public void sent(List<SentFile> files, Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            chat.send(messages.text("evidence.private"));
            return;
        }
        files.stream()
                .flatMap(file -> rules.refusal(file).stream())
                .distinct()
                .forEach(refusal -> chat.send(news.sentence(refusal)));
        List<SentFile> good =
                files.stream().filter(file -> rules.refusal(file).isEmpty()).toList();
        if (!good.isEmpty()) {
            place(good, turn, chat);
        }
    }

    private void place(List<SentFile> files, Turn turn, Chat chat) {
        Optional<String> named = ReportsOfSender.reference(turn.text());
        List<String> meant = reports.meant(named, turn.person());
        if (named.isPresent() && meant.isEmpty()) {
            chat.send(messages.text("evidence.unknown", named.get()));
            return;
        }
        if (meant.isEmpty()) {
            chat.send(phrases.withNumbers("evidence.none"));
            return;
        }
        @Nullable String one = meant.size() == 1 ? meant.getFirst() : null;
        Instant now = clock.instant();
        boolean safe = one != null && waiting.isConfirmed(one);
        files.forEach(file -> waiting.insert(waiting(file, one, safe ? now : null, turn, now)));
        if (safe) {
            queue.wake();
            chat.send(messages.text("evidence.getting", news.label(Objects.requireNonNull(one))));
        } else {
            chat.send(ask(one, meant, false));
        }
    }

    /** Whether the text was the answer to "which report?": the reference alone, while files wait for it. */
    public boolean named(Turn turn, Chat chat) {
        Optional<String> named = turn.isPersonal() ? ReportsOfSender.referenceAlone(turn.text()) : Optional.empty();
        List<WaitingFile> asked = named.isEmpty() ? List.of() : asked(turn, null);
        if (asked.isEmpty()) {
            return false;
        }
        List<String> meant = reports.meant(named, turn.person());
        if (meant.isEmpty()) {
            chat.send(messages.text("evidence.unknown", named.orElseThrow()));
        } else {
            asked.forEach(file -> waiting.replace(file.meant(meant.getFirst())));
            chat.send(ask(meant.getFirst(), meant, false));
        }
        return true;
    }

    /** "It is safe to keep". */
    public Reply keep(CardAction.KeepEvidence action, Turn turn) {
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("report.private.card"));
        }
        List<WaitingFile> asked = asked(turn, action.report());
        if (asked.isEmpty()) {
            return new Reply.Show(card.nothing());
        }
        String chosen = action.report().isEmpty() ? action.chosen() : action.report();
        if (!reports.isOf(chosen, turn.person())) {
            List<String> meant = reports.meant(Optional.empty(), turn.person());
            return new Reply.Show(meant.isEmpty() ? card.nothing() : ask(null, meant, true));
        }
        Instant now = clock.instant();
        waiting.confirm(chosen, turn.person(), now);
        asked.forEach(file -> waiting.replace(file.confirmed(chosen, now)));
        queue.wake();
        return new Reply.Show(card.getting(news.label(chosen)));
    }

    /** "Do not keep it": nothing of it was fetched, and where it is is forgotten. */
    public Reply drop(CardAction.DropEvidence action, Turn turn) {
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("report.private.card"));
        }
        asked(turn, action.report()).forEach(file -> waiting.delete(file.id()));
        return new Reply.Show(card.dropped());
    }

    private Card ask(@Nullable String one, List<String> meant, boolean again) {
        return one == null
                ? card.ask(
                        "",
                        meant.stream()
                                .map(r -> new EvidenceCard.Choice(r, news.label(r)))
                                .toList(),
                        again)
                : card.ask(one, List.of(new EvidenceCard.Choice(one, news.label(one))), again);
    }

    /** What that card is about: the files for its report, or those for which the report is to be chosen. */
    private List<WaitingFile> asked(Turn turn, @Nullable String report) {
        String wanted = Objects.requireNonNullElse(report, "");
        return waiting.askedOf(turn.person().id()).stream()
                .filter(file -> wanted.equals(Objects.requireNonNullElse(file.report(), "")))
                .toList();
    }

    private static WaitingFile waiting(
            SentFile file, @Nullable String report, @Nullable Instant due, Turn turn, Instant now) {
        return new WaitingFile(
                UUID.randomUUID().toString(),
                0,
                report,
                turn.person(),
                turn.member(),
                turn.address().conversation(),
                FileRules.cleaned(file.name()),
                file.declared(),
                file.url(),
                file.inline(),
                now,
                due,
                0);
    }
}
