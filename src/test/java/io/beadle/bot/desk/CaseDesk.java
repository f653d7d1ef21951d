package io.beadle.bot.desk;

import io.beadle.bot.report.ReportRules;
import io.beadle.card.TestCards;
import io.beadle.content.Content;
import io.beadle.incident.DutifulIncidents;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.Readings;
import io.beadle.incident.Recipient;
import io.beadle.incident.Recipients;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Administrators;
import io.beadle.people.Appointments;
import io.beadle.people.RoleHolders;
import io.beadle.people.mongo.StoredCode;
import io.beadle.teams.RecordingConversations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;

/** All that is done about incidents, over the real store and with the bundled content. */
record CaseDesk(Incidents incidents, Readings readings, OutboxRelay relay, Cases cases, Acknowledging acknowledging) {
    static CaseDesk of(
            MongoTemplate mongo,
            Desks desks,
            RecordingConversations teams,
            Appointments appointments,
            TestCards cards,
            InstantSource clock) {
        Content content = cards.content();
        StoredIncidents stored = StoredIncidents.in(mongo);
        RoleHolders holders = new RoleHolders(content.roles(), appointments);
        Recipients recipients = (role, department, at) -> holders.of(role, department, at).stream()
                .map(holder -> new Recipient(holder.person(), holder.email()))
                .toList();
        Incidents incidents = new DutifulIncidents(
                stored.incidents(), SomeObligations.of(content, recipients), new OutboxBell(), clock);
        OutboxRelay relay = TestRelays.relay(incidents, StoredNotices.in(mongo), desks, teams, cards, clock);
        DeskMembers members = new DeskMembers(desks, teams, teams, clock);
        Administrators nobody = new Administrators(Set.of(), false, StoredCode.in(mongo));
        OwnPeople own = new OwnPeople(
                nobody,
                holders,
                new HeldAccounts(incidents),
                members,
                cards.messages(),
                clock,
                new SimpleMeterRegistry());
        DeskRights rights = new DeskRights(desks, nobody, own, cards.messages());
        CaseRights cases = new CaseRights(
                holders,
                TestRelays.confidence(cards, appointments),
                new HeldAccounts(incidents),
                members,
                cards.messages());
        RelatedReports related = new RelatedReports(incidents);
        ReportRules rules = ReportRules.bundled();
        ActFields fields = new ActFields(
                incidents,
                related,
                new RolePeople(
                        appointments,
                        content.roles(),
                        members,
                        id -> Optional.of(id).filter("kit"::equals).map(known -> "Kit Lane")),
                new MatrixAnswers(content.matrix(), cards.messages()),
                new PassageFields(content.acts(), cards.messages()),
                content.duties(),
                content.roles(),
                rules.answers(),
                rules.reports(),
                cards.acts(),
                cards.times(),
                cards.messages());
        CaseActs acts = new CaseActs(
                content.acts(),
                fields,
                cards.acts(),
                new ActRecord(
                        incidents,
                        content.duties(),
                        content.roles(),
                        recipients,
                        TestRelays.confidence(cards, appointments)),
                cards.duties(),
                cards.times(),
                cards.messages());
        return new CaseDesk(
                incidents,
                stored.readings(),
                relay,
                new Cases(
                        incidents,
                        stored.readings(),
                        rights,
                        cases,
                        new CaseSights(incidents, content.acts(), related),
                        acts,
                        List.of(new Unsealing(stored.sealed(), cards.messages())),
                        new InPerson(teams, cards.messages()),
                        cards.cases(),
                        cards.messages(),
                        clock),
                new Acknowledging(incidents, rights, cases, cards.alert(), cards.messages(), clock));
    }
}
