package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Appointment;
import io.beadle.people.Holder;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who holds which role: all of them, and one with whoever holds it. Only administrators and holders see these. */
@Component
public final class RoleCards {
    /** The inputs: the role chosen, and the appointment. */
    static final String ROLE = "role";

    static final String HOLDER = "holder";

    /** So many people are named beside each role, and so many waiting changes are listed. */
    private static final int NAMED = 4;

    private static final int LISTED = 6;

    /** Of one role so many appointments are shown with all that is known, and so many can be chosen; more do not fit on a card. */
    private static final int DETAILED = 15;

    private static final int MOST = 60;

    private final CardTemplates templates;
    private final Messages messages;
    private final Roles roles;
    private final AppointmentText text;

    RoleCards(CardTemplates templates, Messages messages, Roles roles, AppointmentText text) {
        this.templates = templates;
        this.messages = messages;
        this.roles = roles;
        this.text = text;
    }

    /**
     * Who looks.
     *
     * @param mayPropose an administrator, where there is a second one
     * @param isHolder of any role, and so somebody who may be away
     */
    public record Viewer(boolean isAdministrator, boolean mayPropose, boolean actsAlone, boolean isHolder) {}

    /**
     * What a role has now.
     *
     * @param present who is to be turned to at this moment
     */
    public record Held(Roles.Role role, List<Appointment> appointments, List<Holder> present) {}

    /**
     * All roles.
     *
     * @param unreached who cannot be written to in Teams
     * @param notice what has just become of something, null for nothing
     */
    public Card overview(
            List<Held> held, List<Person> unreached, List<Proposal> open, Viewer viewer, @Nullable String notice) {
        String title = messages.text("roles.title");
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title));
        data.put("notice", notice);
        data.put("intro", messages.text(intro(viewer, "roles.intro", "roles.intro.local")));
        data.put(
                "proposals",
                viewer.isAdministrator()
                        ? open.stream().limit(LISTED).map(this::proposed).toList()
                        : List.of());
        data.put("lookTitle", messages.text("roles.look"));
        data.put(
                "roles",
                held.stream()
                        .filter(role -> !role.appointments().isEmpty())
                        .map(role -> Map.of("text", line(role)))
                        .toList());
        data.put(
                "vacant",
                listed(
                        "roles.vacant",
                        held.stream()
                                .filter(role -> role.appointments().isEmpty())
                                .map(role -> role.role().title())));
        data.put("unreached", listed("roles.unreached", unreached.stream().map(text::name)));
        data.put("roleId", InputIds.of(ROLE));
        data.put("roleLabel", messages.text("roles.role"));
        data.put("choose", messages.text("report.choose"));
        data.put(
                "choices",
                roles.roles().stream()
                        .map(role -> Map.of("title", role.title(), "value", role.id()))
                        .toList());
        data.put("openTitle", messages.text("roles.open"));
        data.put("awayTitle", messages.text("roles.away"));
        data.put("holder", viewer.isHolder());
        return new Card(templates.render("roles", data), title);
    }

    /**
     * @param proposing to whoever proposes what another consents to
     * @param alone to whoever needs nobody's consent
     */
    private static String intro(Viewer viewer, String proposing, String alone) {
        if (!viewer.isAdministrator()) {
            return "roles.intro.holder";
        }
        if (viewer.actsAlone()) {
            return alone;
        }
        return viewer.mayPropose() ? proposing : "roles.intro.alone";
    }

    private Map<String, Object> proposed(Proposal proposal) {
        return Map.of(
                "id",
                proposal.id(),
                "text",
                messages.text(
                        "roles.proposed",
                        Markdown.escapeInLine(text.name(proposal.by())),
                        Markdown.escapeInLine(text.change(proposal.change()))));
    }

    private String line(Held held) {
        String named = held.appointments().stream()
                .limit(NAMED)
                .map(appointment -> Markdown.escapeInLine(named(appointment)))
                .collect(Collectors.joining(", "));
        int more = held.appointments().size() - NAMED;
        String all = more > 0 ? messages.text("roles.more", named, more) : named;
        return messages.text("roles.line", held.role().title(), all) + now(held);
    }

    /** Who is turned to now, where that is not just whoever was appointed. */
    private String now(Held held) {
        if (held.present().isEmpty()) {
            return " " + messages.text("roles.now.nobody");
        }
        boolean plain = !held.role().rota()
                && held.present().size() == held.appointments().size()
                && held.present().stream().allMatch(holder -> holder.standsInFor() == null);
        return plain
                ? ""
                : " "
                        + messages.text(
                                "roles.now",
                                held.present().stream()
                                        .limit(NAMED)
                                        .map(holder -> Markdown.escapeInLine(text.name(holder.person())))
                                        .collect(Collectors.joining(", ")));
    }

    private String named(Appointment appointment) {
        String name = text.name(appointment.person());
        String department = appointment.department();
        return department == null ? name : messages.text("roles.of", name, text.department(department));
    }

    private @Nullable String listed(String key, Stream<String> names) {
        String all = names.map(Markdown::escapeInLine).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : messages.text(key, all);
    }

    /** One role with its appointments. */
    public Card role(Held held, Viewer viewer, @Nullable String notice, Instant now) {
        List<Appointment> shown = held.appointments().stream().limit(MOST).toList();
        String title = held.role().title();
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title));
        data.put("notice", notice);
        data.put(
                "intro",
                messages.text(
                        shown.isEmpty() ? "roles.empty" : intro(viewer, "roles.intro.role", "roles.intro.role.local")));
        data.put("holders", holders(shown, now));
        data.put("canChange", viewer.mayPropose() && !shown.isEmpty());
        data.put("canAppoint", viewer.mayPropose());
        data.put("holderId", InputIds.of(HOLDER));
        data.put("holderLabel", messages.text("roles.which"));
        data.put("choose", messages.text("report.choose"));
        data.put(
                "choices",
                shown.stream()
                        .map(a -> Map.of("title", named(a), "value", a.id()))
                        .toList());
        data.put("appointTitle", messages.text("roles.appoint"));
        data.put("changeTitle", messages.text("roles.change"));
        data.put("removeTitle", messages.text("roles.remove"));
        data.put("backTitle", messages.text("roles.back"));
        data.put("role", held.role().id());
        return new Card(templates.render("role", data), title);
    }

    private List<Map<String, Object>> holders(List<Appointment> shown, Instant now) {
        List<Map<String, Object>> holders = new ArrayList<>();
        shown.stream().limit(DETAILED).map(a -> holder(a, now)).forEach(holders::add);
        String others = listed("roles.others", shown.stream().skip(DETAILED).map(this::named));
        if (others != null) {
            Map<String, Object> line = new HashMap<>();
            line.put("name", others);
            line.put("details", null);
            holders.add(line);
        }
        return holders;
    }

    private Map<String, Object> holder(Appointment appointment, Instant now) {
        List<String> details = new ArrayList<>(text.details(appointment, now));
        Stream.of(appointment.email(), appointment.deputyEmail())
                .filter(email -> email != null && !email.isEmpty())
                .forEach(details::add);
        Map<String, Object> holder = new HashMap<>();
        holder.put("name", Markdown.escape(named(appointment)));
        holder.put(
                "details",
                details.isEmpty()
                        ? null
                        : details.stream().map(Markdown::escapeInLine).collect(Collectors.joining("; ")));
        return holder;
    }
}
