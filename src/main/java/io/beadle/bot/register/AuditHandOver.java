package io.beadle.bot.register;

import io.beadle.bot.turn.Turn;
import io.beadle.card.ExerciseMark;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.QuarantinedException;
import io.beadle.offer.OfferedFile.About;
import io.beadle.people.Holder;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.register.AuditPack;
import io.beadle.register.EvidenceRoom;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Evidence goes to internal audit as one file, into the chat of whoever holds that role; the incident records that it was
 * handed over, and internal audit confirms that on the incident (G13).
 */
@Component
final class AuditHandOver {
    private static final String INTERNAL_AUDIT = "internal-audit";
    private static final String ACT = "evidence-handover";

    /** All of it is in memory once, and the pack a second time. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(100);

    private static final Logger log = LoggerFactory.getLogger(AuditHandOver.class);

    private final Incidents incidents;
    private final EvidenceRoom room;
    private final AuditPack pack;
    private final RoleHolders holders;
    private final ConversationReferences references;
    private final DeskActs acts;
    private final Handing handing;
    private final Messages messages;
    private final InstantSource clock;

    AuditHandOver(
            Incidents incidents,
            EvidenceRoom room,
            AuditPack pack,
            RoleHolders holders,
            ConversationReferences references,
            DeskActs acts,
            Handing handing,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.room = room;
        this.pack = pack;
        this.holders = holders;
        this.references = references;
        this.acts = acts;
        this.handing = handing;
        this.messages = messages;
        this.clock = clock;
    }

    private record Auditor(Person person, Address chat) {}

    /** What whoever hands it over is told; that they may look at the evidence is known, that they may hand it over is not. */
    String handOver(Incident incident, Turn turn) {
        Instant now = clock.instant();
        if (!holders.may(turn.person(), ACT, false, now)) {
            return messages.text("handing.right", holders.whoMay(ACT));
        }
        Optional<Auditor> auditor = auditor(now);
        if (auditor.isEmpty()) {
            return messages.text("custody.audit.nobody");
        }
        long bytes = room.of(incident).stream().mapToLong(file -> file.bytes()).sum();
        if (bytes > LARGEST.toBytes()) {
            return messages.text("custody.audit.large", Handing.size(bytes), Handing.size(LARGEST.toBytes()));
        }
        Person to = auditor.get().person();
        MadeFile file;
        try {
            file = new MadeFile(
                    About.EVIDENCE_PACK,
                    incident.reference(),
                    incident.reference() + "-evidence.zip",
                    MadeFile.ZIP,
                    new ExerciseMark(messages)
                            .on(messages.text("custody.audit.title", incident.reference()), incident.exercise()),
                    pack.of(incident, to, now));
        } catch (QuarantinedException e) {
            return messages.text("custody.card.quarantined");
        }
        Address chat = auditor.get().chat();
        Handing.Way way = handing.offer(file, to, Objects.requireNonNullElse(chat.person(), ""), chat);
        if (way != Handing.Way.CHAT) {
            return messages.text("custody.audit.refused");
        }
        record(incident, turn.person(), now);
        log.info("evidence handed over incident={} to={}", incident.reference(), to.id());
        return messages.text("custody.audit.done", to.name());
    }

    private Optional<Auditor> auditor(Instant now) {
        return holders.of(INTERNAL_AUDIT, now).stream()
                .map(Holder::person)
                .flatMap(person -> references.personalOf(person.id()).stream().map(chat -> new Auditor(person, chat)))
                .findFirst();
    }

    private void record(Incident incident, Person by, Instant now) {
        Optional<DeskAct> rule = acts.find(ACT);
        if (rule.isPresent()) {
            List<Answer> answers = List.of(
                    answer(rule.get(), "to", INTERNAL_AUDIT),
                    answer(
                            rule.get(),
                            "items",
                            messages.text(
                                    "custody.audit.items", room.of(incident).size())));
            Act act = new Act(UUID.randomUUID().toString(), ACT, now, by, answers);
            incidents.change(incident.reference(), i -> new Acting(rule.get()).on(i, act));
        }
    }

    private static Answer answer(DeskAct rule, String field, String value) {
        return rule.field(field)
                .map(asked -> new Answer(
                        field,
                        asked.ask(),
                        value,
                        asked.choice(value).map(choice -> choice.label()).orElse(value),
                        false))
                .orElseGet(() -> new Answer(field, "", value, value, false));
    }
}
