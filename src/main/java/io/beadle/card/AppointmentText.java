package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.ProposedChange;
import io.beadle.people.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Appointments and their changes in words. What is plain text is to be escaped where Teams would read Markdown. */
@Component
public final class AppointmentText {
    /** So many shifts are listed; the others are counted. */
    private static final int SHIFTS = 3;

    private final Roles roles;
    private final Messages messages;
    private final WrittenTime times;
    private final ZoneId zone;

    AppointmentText(Roles roles, Messages messages, WrittenTime times, ZoneId zone) {
        this.roles = roles;
        this.messages = messages;
        this.times = times;
        this.zone = zone;
    }

    /** "Departmental representative, Housing". */
    public String role(Appointment appointment) {
        String title = roles.find(appointment.role()).map(Roles.Role::title).orElse(appointment.role());
        String department = appointment.department();
        return department == null ? title : messages.text("roles.in", title, department(department));
    }

    String department(String id) {
        return roles.department(id).map(Roles.Department::title).orElse(id);
    }

    String name(Person person) {
        return person.name().isBlank() ? messages.text("alert.somebody") : person.name();
    }

    /** "Priya Nair becomes Data protection officer". */
    public String change(ProposedChange change) {
        return switch (change) {
            case ProposedChange.OfRoles ofRoles -> change(ofRoles);
            case ProposedChange.MoveDesk move -> messages.text("roles.change.desk", move.title());
        };
    }

    private String change(ProposedChange.OfRoles change) {
        Appointment appointment = change.appointment();
        String key = switch (change) {
            case ProposedChange.Appoint appoint -> "roles.change.appoint";
            case ProposedChange.Amend amend ->
                amend.before().person().is(appointment.person()) ? "roles.change.amend" : "roles.change.replace";
            case ProposedChange.Dismiss dismiss -> "roles.change.dismiss";
        };
        return messages.text(key, name(appointment.person()), role(appointment));
    }

    /** What is known of an appointment beside person and role, without addresses: the desk's channel may see it (G11). */
    public List<String> details(Appointment appointment, Instant now) {
        List<String> details = new ArrayList<>();
        Person deputy = appointment.deputy();
        if (deputy != null) {
            details.add(messages.text("roles.deputy", name(deputy)));
        }
        appointment.absences().stream()
                .filter(absence -> !absence.isPast(now))
                .map(absence -> messages.text("roles.absent", days(absence)))
                .forEach(details::add);
        if (roles.find(appointment.role()).filter(Roles.Role::rota).isPresent()) {
            details.add(shifts(appointment, now));
        }
        return details;
    }

    private String shifts(Appointment appointment, Instant now) {
        List<Span> ahead = appointment.shifts().stream()
                .filter(shift -> !shift.isPast(now))
                .toList();
        if (ahead.isEmpty()) {
            return messages.text("roles.shifts.none");
        }
        String listed = ahead.stream().limit(SHIFTS).map(this::hours).collect(Collectors.joining("; "));
        return ahead.size() > SHIFTS
                ? messages.text("roles.shifts.more", listed, ahead.size() - SHIFTS)
                : messages.text("roles.shifts", listed);
    }

    /** "Monday 23 November 2026 to Friday 27 November 2026". */
    public String days(Span absence) {
        LocalDate first = LocalDate.ofInstant(absence.from(), zone);
        LocalDate last = LocalDate.ofInstant(absence.to().minusMillis(1), zone);
        return first.equals(last)
                ? WrittenTime.day(first)
                : messages.text("roles.span", WrittenTime.day(first), WrittenTime.day(last));
    }

    /** "17:00 on Friday 20 November to 09:00 on Saturday 21 November". */
    String hours(Span shift) {
        return messages.text("roles.span", times.onDay(shift.from()), times.onDay(shift.to()));
    }
}
