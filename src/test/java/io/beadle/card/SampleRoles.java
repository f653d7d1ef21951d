package io.beadle.card;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.away;
import static io.beadle.people.SomePeople.in;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.onShift;
import static io.beadle.people.SomePeople.withDeputy;

import io.beadle.content.Roles;
import io.beadle.people.Appointment;
import io.beadle.people.Holder;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.Proposal.State;
import io.beadle.people.ProposedChange;
import io.beadle.people.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cards by which people are appointed, ordinary, full and hostile. */
final class SampleRoles {
    private static final Instant NOW = TestCards.SATURDAY;
    private static final Span NIGHT = new Span(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(19)));
    private static final RoleCards.Viewer ADMINISTRATOR = new RoleCards.Viewer(true, true, false, false);
    private static final RoleCards.Viewer HOLDER = new RoleCards.Viewer(false, false, false, true);

    private SampleRoles() {}

    static Map<String, Card> cards(TestCards cards) {
        AppointmentText text =
                new AppointmentText(cards.content().roles(), cards.messages(), cards.times(), TestCards.LONDON);
        RoleCards lists = new RoleCards(
                cards.content().cards(), cards.messages(), cards.content().roles(), text);
        AppointmentCard forms = new AppointmentCard(
                cards.content().cards(), cards.messages(), cards.content().roles(), text);
        ProposalCard proposals = new ProposalCard(cards.content().cards(), cards.messages(), text, cards.times());
        Appointment dpo = away(NIGHT, withDeputy("Dev", appointed("dpo", "Priya")));
        Appointment night = onShift(NIGHT, appointed("on-call", "Nia"));
        Appointment hostile = withDeputy(SampleReports.MARK, appointed("dpo", SampleReports.MARK));
        Proposal open = proposal(new ProposedChange.Amend(appointed("dpo", "Priya"), dpo), State.OPEN, null);
        Map<String, Card> all = new LinkedHashMap<>();
        List<RoleCards.Held> held = List.of(
                held(cards, "dpo", List.of(dpo), List.of(new Holder(named("Dev"), null, named("Priya")))),
                held(cards, "on-call", List.of(night), List.of()),
                held(cards, "siro", List.of(), List.of()));
        all.put("roles", lists.overview(held, List.of(named("Dev")), List.of(open), ADMINISTRATOR, null));
        all.put("roles-of-holder", lists.overview(held, List.of(), List.of(open), HOLDER, "Saved."));
        all.put("role", lists.role(held.getFirst(), ADMINISTRATOR, null, NOW));
        all.put("role-empty", lists.role(held.getLast(), ADMINISTRATOR, "It has ended.", NOW));
        all.put("role-full", lists.role(full(cards), ADMINISTRATOR, null, NOW));
        all.put("hostile-role", lists.role(held(cards, "dpo", List.of(hostile), List.of()), HOLDER, null, NOW));
        all.put(
                "hostile-roles",
                lists.overview(
                        List.of(held(cards, "dpo", List.of(hostile), List.of())),
                        List.of(hostile.person()),
                        List.of(proposal(new ProposedChange.Appoint(hostile), State.OPEN, null)),
                        ADMINISTRATOR,
                        null));
        all.put("appointment", forms.of(form(cards, "dpo", false, List.of(), Map.of(), Map.of()), false));
        all.put(
                "appointment-rota",
                forms.of(
                        form(
                                cards,
                                "on-call",
                                true,
                                List.of(NIGHT),
                                Map.of("person", "nia", "shift-kept", AppointmentCard.id(NIGHT)),
                                Map.of("shift-to-date", "It must end after it begins.")),
                        true));
        all.put(
                "hostile-appointment",
                forms.of(
                        form(
                                cards,
                                "contract-manager",
                                false,
                                List.of(),
                                Map.of("email", SampleReports.MARK, "name", SampleReports.MARK),
                                Map.of("name", "Please type it.")),
                        false));
        all.put("appointment-away", forms.away(form(cards, "dpo", true, List.of(), Map.of(), Map.of())));
        all.put("proposal", proposals.of(open, "alex", null, NOW));
        all.put("proposal-own", proposals.of(open, "jo", "The others are asked.", NOW));
        all.put(
                "proposal-done",
                proposals.of(proposal(new ProposedChange.Dismiss(dpo), State.DONE, named("Alex")), "alex", null, NOW));
        all.put(
                "proposal-expired",
                proposals.of(
                        proposal(new ProposedChange.Appoint(in("housing", night)), State.EXPIRED, null),
                        "jo",
                        null,
                        NOW));
        all.put(
                "proposal-desk",
                proposals.of(
                        proposal(new ProposedChange.MoveDesk("main", "Security desk", "c", null), State.OPEN, null),
                        "alex",
                        null,
                        NOW));
        all.put(
                "hostile-proposal",
                proposals.of(
                        proposal(
                                new ProposedChange.Appoint(hostile),
                                State.REFUSED,
                                new Person("x", SampleReports.MARK)),
                        "alex",
                        null,
                        NOW));
        AppointmentNews news = TestCards.appointmentNews(cards);
        Proposal agreed = proposal(new ProposedChange.Appoint(dpo), State.AGREED, named("Alex"));
        all.put("role-told", news.card(AppointmentNews.What.APPOINTED, dpo, agreed, NOW));
        all.put("role-told-shifts", news.card(AppointmentNews.What.CHANGED, night, agreed, NOW));
        all.put("role-told-deputy", news.card(AppointmentNews.What.DEPUTY, dpo, agreed, NOW));
        all.put("role-told-ended", news.card(AppointmentNews.What.ENDED, dpo, agreed, NOW));
        all.put("hostile-role-told", news.card(AppointmentNews.What.APPOINTED, hostile, agreed, NOW));
        return all;
    }

    private static Proposal proposal(ProposedChange change, State state, @Nullable Person decider) {
        return new Proposal("p1", 0, named("Jo"), NOW, change, state, decider, NOW.plusSeconds(600));
    }

    private static RoleCards.Held held(
            TestCards cards, String role, List<Appointment> appointments, List<Holder> present) {
        return new RoleCards.Held(cards.content().roles().find(role).orElseThrow(), appointments, present);
    }

    /** As many as a large council has, with all that can be known of each. */
    private static RoleCards.Held full(TestCards cards) {
        return held(
                cards,
                "department-rep",
                IntStream.range(0, 60)
                        .mapToObj(i -> in("housing", withDeputy("Deputy" + i, appointed("department-rep", "Rep" + i))))
                        .toList(),
                List.of());
    }

    private static AppointmentCard.Form form(
            TestCards cards,
            String role,
            boolean change,
            List<Span> shifts,
            Map<String, String> answers,
            Map<String, String> problems) {
        Roles.Role of = cards.content().roles().find(role).orElseThrow();
        List<Person> roster = IntStream.range(0, 60)
                .mapToObj(i -> new Person("3f2504e0-4f89-41d3-9a0c-0305e82c33" + (10 + i), "Officer Number" + i))
                .toList();
        return new AppointmentCard.Form(of, "a1", change, shifts, shifts, roster, answers, problems);
    }
}
