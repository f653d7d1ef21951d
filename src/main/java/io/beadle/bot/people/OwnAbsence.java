package io.beadle.bot.people;

import io.beadle.bot.turn.Reply;
import io.beadle.card.AppointmentCard;
import io.beadle.card.AppointmentCard.Form;
import io.beadle.card.AppointmentText;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Appointing;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** "I am away": a holder says so of themselves, and nobody has to consent. The desk is told. */
@Component
final class OwnAbsence {
    private final Roles roles;
    private final RoleLists lists;
    private final Appointing appointing;
    private final AppointmentForms forms;
    private final ConsentNotices notices;
    private final AppointmentCard card;
    private final AppointmentText text;
    private final Messages messages;

    OwnAbsence(
            Roles roles,
            RoleLists lists,
            Appointing appointing,
            AppointmentForms forms,
            ConsentNotices notices,
            AppointmentCard card,
            AppointmentText text,
            Messages messages) {
        this.roles = roles;
        this.lists = lists;
        this.appointing = appointing;
        this.forms = forms;
        this.notices = notices;
        this.card = card;
        this.text = text;
        this.messages = messages;
    }

    Reply form(Person person, Instant now) {
        return form(person, Map.of(), Map.of(), now);
    }

    private Reply form(Person person, Map<String, String> answers, Map<String, String> problems, Instant now) {
        List<Appointment> own = lists.of(person);
        return own.stream()
                .flatMap(appointment -> roles.find(appointment.role()).stream())
                .findFirst()
                .<Reply>map(role -> new Reply.Show(
                        card.away(new Form(role, "", true, List.of(), ahead(own, now), List.of(), answers, problems))))
                .orElseGet(() -> new Reply.Tell(messages.text("roles.refused")));
    }

    private static List<Span> ahead(List<Appointment> own, Instant now) {
        return own.stream()
                .flatMap(appointment -> appointment.absences().stream())
                .filter(absence -> !absence.isPast(now))
                .distinct()
                .toList();
    }

    Reply save(Person person, Map<String, String> answers, Instant now) {
        Map<String, String> problems = new HashMap<>();
        List<Span> absences = forms.away(answers, problems, now);
        if (!problems.isEmpty() || lists.of(person).isEmpty()) {
            return form(person, answers, problems, now);
        }
        if (!ahead(lists.of(person), now).equals(absences)) {
            appointing.absent(person, absences, now);
            notices.announceAbsence(person, text.days(absences.getFirst()), now);
        }
        return list(person, "roles.away.saved", now);
    }

    Reply end(Person person, Instant now) {
        if (!ahead(lists.of(person), now).isEmpty()) {
            appointing.absent(person, List.of(), now);
            notices.announceAbsence(person, null, now);
        }
        return list(person, "roles.present.saved", now);
    }

    private Reply list(Person person, String notice, Instant now) {
        return new Reply.Show(lists.all(lists.viewer(person), messages.text(notice), now));
    }
}
