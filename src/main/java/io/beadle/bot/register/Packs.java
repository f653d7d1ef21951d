package io.beadle.bot.register;

import io.beadle.bot.desk.ActFollowUp;
import io.beadle.bot.turn.Turn;
import io.beadle.card.ExerciseMark;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.offer.OfferedFile.About;
import io.beadle.privacy.AuditLog;
import io.beadle.register.Formats;
import io.beadle.register.IcoPacks;
import io.beadle.register.Paper;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pack for the Information Commissioner, made when somebody presses for it or asks for it in words. */
@Component
public final class Packs implements ActFollowUp {
    private static final Logger log = LoggerFactory.getLogger(Packs.class);

    private final Incidents incidents;
    private final IcoPacks packs;
    private final DeskActs acts;
    private final Formats formats;
    private final Handing handing;
    private final RegisterRights rights;
    private final Conversations conversations;
    private final AuditLog audit;
    private final Messages messages;
    private final InstantSource clock;

    Packs(
            Incidents incidents,
            IcoPacks packs,
            DeskActs acts,
            Formats formats,
            Handing handing,
            RegisterRights rights,
            Conversations conversations,
            AuditLog audit,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.packs = packs;
        this.acts = acts;
        this.formats = formats;
        this.handing = handing;
        this.rights = rights;
        this.conversations = conversations;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** The first time all of the pack is handed to whoever asked, later what has changed since the last. */
    @Override
    public Optional<String> after(Incident incident, DeskAct rule, Act done, Turn turn) {
        return rule.effect() == DeskAct.Effect.ICO_PACK
                ? Optional.of(hand(incident, packs.lastBefore(incident, done.at()), turn))
                : Optional.empty();
    }

    /** "@Beadle pack INC-2026-0042", or "update INC-2026-0042": recorded as the act is. */
    String asked(String reference, boolean update, Turn turn) {
        Optional<RegisterRights.Refusal> refusal = rights.refusal(turn, About.ICO_PACK, reference);
        if (refusal.isPresent()) {
            return handing.refused(refusal.get(), About.ICO_PACK);
        }
        Incident incident = incidents.find(reference).orElseThrow();
        Instant now = clock.instant();
        Optional<Instant> last = packs.lastBefore(incident, now);
        if (update && last.isEmpty()) {
            return messages.text("pack.update.none", reference);
        }
        if (new CaseFile(incident).breach() == CaseFile.Breach.NO) {
            return messages.text("pack.no-breach", reference);
        }
        record(incident, turn, now);
        return hand(incident, update ? last : Optional.empty(), turn);
    }

    private void record(Incident incident, Turn turn, Instant now) {
        packs.act().flatMap(acts::find).ifPresent(rule -> {
            Act act = new Act("pack-" + now.toEpochMilli(), rule.id(), now, turn.person(), List.of());
            incidents.change(incident.reference(), i -> new Acting(rule).on(i, act));
        });
    }

    private String hand(Incident incident, Optional<Instant> since, Turn turn) {
        Instant now = clock.instant();
        Paper paper = since.map(last -> packs.update(incident, last, now)).orElseGet(() -> packs.full(incident, now));
        String kind = since.isPresent() ? "update" : "pack";
        audit.add(AuditLog.What.PACK_MADE, incident.reference(), turn.person().id(), Map.of("kind", kind), now);
        MadeFile file = new MadeFile(
                About.ICO_PACK,
                incident.reference(),
                "%s-ICO-%s.docx".formatted(incident.reference(), kind),
                MadeFile.DOCX,
                new ExerciseMark(messages)
                        .on(
                                messages.text(
                                        since.isPresent() ? "pack.update.title" : "pack.title", incident.reference()),
                                incident.exercise()),
                formats.word(paper));
        String way = messages.text(
                handing.offer(file, turn.person(), turn.member(), chat(turn)).sentence());
        return new ExerciseMark(messages).on(way, incident.exercise());
    }

    private Address chat(Turn turn) {
        try {
            return turn.isPersonal() ? turn.address() : conversations.personalChat(turn.address(), turn.member());
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            return turn.address();
        }
    }
}
