package io.beadle.notification;

import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Roles;
import io.beadle.content.Routes;
import io.beadle.mail.Mail;
import io.beadle.people.Holder;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether somebody holds each role that duties and routes name, two people can acknowledge (G17), and each of them can be told in
 * person. Nobody is written to: who has a chat with Beadle, or is in the desk's channel, or has a known address, counts.
 */
@Component
final class RolesCheck implements SelfCheck {
    private static final String ROLES = "selftest.roles";
    private static final String PEOPLE = "selftest.people";

    private final Roles roles;
    private final Duties duties;
    private final Routes routes;
    private final RoleHolders holders;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final Desks desks;
    private final Mail mail;

    RolesCheck(
            Roles roles,
            Duties duties,
            Routes routes,
            RoleHolders holders,
            ConversationReferences references,
            Conversations conversations,
            Desks desks,
            Mail mail) {
        this.roles = roles;
        this.duties = duties;
        this.routes = routes;
        this.holders = holders;
        this.references = references;
        this.conversations = conversations;
        this.desks = desks;
        this.mail = mail;
    }

    @Override
    public String about() {
        return ROLES;
    }

    @Override
    public List<Finding> look(Instant now) {
        List<Finding> findings = new ArrayList<>(filled(now));
        findings.add(reachable(now));
        return findings;
    }

    private List<Finding> filled(Instant now) {
        long nominated =
                holders.appointed(Roles.NOMINATED).map(Person::id).distinct().count();
        if (nominated == 0) {
            return List.of(Finding.warning(ROLES, "selftest.roles.none"));
        }
        List<Finding> findings = new ArrayList<>();
        if (nominated < DutyRule.TWO) {
            findings.add(Finding.failed(ROLES, "selftest.roles.one", nominated));
        } else if (holders.of(Roles.NOMINATED, now).size() < DutyRule.TWO) {
            findings.add(Finding.warning(ROLES, "selftest.roles.away"));
        }
        String empty = demanded()
                .filter(role -> holders.appointed(role.id()).findAny().isEmpty())
                .map(Roles.Role::title)
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            findings.add(Finding.warning(ROLES, "selftest.roles.empty", empty));
        }
        return findings.isEmpty() ? List.of(Finding.ok(ROLES, "selftest.roles.filled")) : findings;
    }

    /** Those to which people are appointed and which a duty, one of its steps or a route names, in the order of the content. */
    private Stream<Roles.Role> demanded() {
        Set<String> named = Stream.concat(
                        duties.duties().stream()
                                .flatMap(duty -> Stream.concat(
                                        duty.roles().stream(),
                                        duty.steps().stream().flatMap(step -> step.tell().stream()))),
                        routes.routes().stream().flatMap(route -> route.tell().stream()))
                .collect(Collectors.toUnmodifiableSet());
        return roles.roles().stream().filter(role -> named.contains(role.id()));
    }

    private Finding reachable(Instant now) {
        Set<String> inDesk = inDesk();
        List<Roles.Role> unreached = new ArrayList<>();
        long people = 0;
        for (Roles.Role role : roles.roles()) {
            for (Holder holder : holders.of(role.id(), now)) {
                people++;
                if (!isReached(holder, inDesk)) {
                    unreached.add(role);
                }
            }
        }
        if (unreached.isEmpty()) {
            return Finding.ok(PEOPLE, "selftest.people.good", people);
        }
        String titles = unreached.stream().map(Roles.Role::title).distinct().collect(Collectors.joining(", "));
        return unreached.size() == people
                ? Finding.failed(PEOPLE, "selftest.people.none", titles)
                : Finding.warning(PEOPLE, "selftest.people.some", unreached.size(), people, titles);
    }

    private boolean isReached(Holder holder, Set<String> inDesk) {
        String id = holder.person().id();
        return references.personalOf(id).isPresent()
                || references.personal(id).isPresent()
                || inDesk.contains(id)
                || (holder.email() != null && mail.isConfigured());
    }

    /** Whom Beadle could begin a chat with; nobody where Teams does not say, which is the desk's own line. */
    private Set<String> inDesk() {
        Optional<Address> channel = desks.current().flatMap(desk -> references.find(desk.conversation()));
        try {
            return channel.map(conversations::members).stream()
                    .flatMap(List::stream)
                    .map(Conversations.Member::objectId)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (DeliveryException e) {
            return Set.of();
        }
    }
}
