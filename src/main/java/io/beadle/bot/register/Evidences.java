package io.beadle.bot.register;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.EvidenceRegisterCard;
import io.beadle.card.ExerciseMark;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.QuarantinedException;
import io.beadle.offer.OfferedFile.About;
import io.beadle.privacy.AuditLog;
import io.beadle.register.EvidenceRoom;
import io.beadle.register.Opening;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The evidence of an incident for whoever may open it: what there is, who opened it, and a file for a reason (G13). */
@Component
final class Evidences {
    private static final int HASH_SHOWN = 12;
    private static final Logger log = LoggerFactory.getLogger(Evidences.class);

    private final Incidents incidents;
    private final EvidenceRoom room;
    private final AuditHandOver audit;
    private final EvidenceRegisterCard card;
    private final Handing handing;
    private final RegisterRights rights;
    private final WrittenTime times;
    private final AuditLog chain;
    private final Messages messages;
    private final InstantSource clock;

    Evidences(
            Incidents incidents,
            EvidenceRoom room,
            AuditHandOver audit,
            EvidenceRegisterCard card,
            Handing handing,
            RegisterRights rights,
            WrittenTime times,
            AuditLog chain,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.room = room;
        this.audit = audit;
        this.card = card;
        this.handing = handing;
        this.rights = rights;
        this.times = times;
        this.chain = chain;
        this.messages = messages;
        this.clock = clock;
    }

    /** The register is shown while it is quarantined, and says so. */
    void show(String reference, Turn turn, Chat chat) {
        Optional<String> refusal = refusal(turn, reference, true);
        if (refusal.isPresent()) {
            chat.send(refusal.get());
        } else {
            chain.add(AuditLog.What.EVIDENCE_LISTED, reference, turn.person().id(), clock.instant());
            chat.send(card(incidents.find(reference).orElseThrow(), null, null, null));
        }
    }

    Reply open(CardAction.OpenEvidence action, Turn turn) {
        Optional<String> refusal = refusal(turn, action.incident(), false);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        Incident incident = incidents.find(action.incident()).orElseThrow();
        String why = action.answers().getOrDefault(EvidenceRegisterCard.WHY, "").strip();
        Optional<Evidence> chosen = chosen(incident, action.answers().getOrDefault(EvidenceRegisterCard.FILE, ""));
        if (chosen.isEmpty() || why.isEmpty() || why.length() > EvidenceRegisterCard.LONGEST) {
            String problem = messages.text(chosen.isEmpty() ? "custody.card.choose" : "custody.card.reason");
            return new Reply.Show(card(incident, null, problem, why));
        }
        try {
            return room.open(incident, chosen.get().id(), turn.person(), Opening.Purpose.OPENED, why, clock.instant())
                    .map(opened -> given(incident, opened, turn))
                    .orElseGet(() -> new Reply.Show(card(incident, null, messages.text("custody.card.choose"), why)));
        } catch (QuarantinedException e) {
            return new Reply.Tell(messages.text("custody.card.quarantined"));
        }
    }

    Reply handOver(CardAction.HandOverEvidence action, Turn turn) {
        return refusal(turn, action.incident(), false)
                .map(refusal -> (Reply) new Reply.Tell(refusal))
                .orElseGet(() -> {
                    Incident incident = incidents.find(action.incident()).orElseThrow();
                    String told = audit.handOver(incident, turn);
                    return new Reply.Show(card(incidents.find(action.incident()).orElse(incident), told, null, null));
                });
    }

    private Reply given(Incident incident, EvidenceRoom.Opened opened, Turn turn) {
        Evidence evidence = opened.evidence();
        log.info(
                "evidence opened incident={} person={} intact={}",
                incident.reference(),
                turn.person().id(),
                opened.isIntact());
        if (opened.content().isEmpty()) {
            return new Reply.Show(card(incident, null, messages.text("custody.card.changed"), null));
        }
        String ending = evidence.type().name().toLowerCase(Locale.ROOT);
        int number = room.of(incident).indexOf(evidence) + 1;
        MadeFile file = new MadeFile(
                About.EVIDENCE,
                incident.reference(),
                "%s-evidence-%d.%s".formatted(incident.reference(), number, ending),
                "application/octet-stream",
                new ExerciseMark(messages)
                        .on(messages.text("custody.given", incident.reference(), number), incident.exercise()),
                opened.content().get());
        String way = messages.text(handing.offer(file, turn.person(), turn.member(), turn.address())
                .sentence());
        return new Reply.Show(
                card(incident, messages.text("custody.card.checked", evidence.sha256(), way), null, null));
    }

    private Optional<Evidence> chosen(Incident incident, String number) {
        List<Evidence> all = room.of(incident);
        return number.matches("[1-9]\\d{0,2}") && Integer.parseInt(number) <= all.size()
                ? Optional.of(all.get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    private Optional<String> refusal(Turn turn, String reference, boolean quarantinedToo) {
        return rights.refusal(turn, About.EVIDENCE, reference)
                .filter(refusal -> !quarantinedToo || refusal != RegisterRights.Refusal.QUARANTINED)
                .map(refusal -> handing.refused(refusal, About.EVIDENCE));
    }

    private Card card(Incident incident, @Nullable String notice, @Nullable String problem, @Nullable String why) {
        List<Evidence> all = room.of(incident);
        List<EvidenceRegisterCard.Shown> shown = all.stream()
                .map(file -> new EvidenceRegisterCard.Shown(
                        file.name(),
                        messages.text(
                                "custody.card.facts",
                                file.type().name(),
                                Handing.size(file.bytes()),
                                times.inFull(file.sent()),
                                file.sha256().substring(0, HASH_SHOWN))))
                .toList();
        List<String> ids = all.stream().map(Evidence::id).toList();
        List<String> lines =
                room.log(incident).stream().map(line -> line(line, ids)).toList();
        Card register = card.of(
                incident.reference(), shown, lines, new Custody(incident).isQuarantined(), notice, problem, why);
        return new ExerciseMark(messages).on(register, incident.exercise());
    }

    private String line(Opening line, List<String> ids) {
        int number = IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(line.evidence()))
                .findFirst()
                .orElse(-1);
        return messages.text(
                "custody.card.line",
                times.inFull(line.at()),
                messages.text("custody."
                        + line.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                line.by().name(),
                number + 1,
                messages.text(line.intact() ? "custody.intact" : "custody.changed"),
                line.why());
    }
}
