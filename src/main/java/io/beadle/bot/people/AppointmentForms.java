package io.beadle.bot.people;

import io.beadle.card.AppointmentCard;
import io.beadle.card.AppointmentCard.Form;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Appointing;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was filled in to appoint somebody, whatever the client has or has not checked. */
@Component
final class AppointmentForms {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,180}\\.[^\\s@<>,;.]{2,24}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,100}");
    private static final int LONGEST_NAME = 80;

    private final Roles roles;
    private final Appointing appointing;
    private final Directory directory;
    private final Messages messages;
    private final ZoneId zone;

    AppointmentForms(Roles roles, Appointing appointing, Directory directory, Messages messages, ZoneId zone) {
        this.roles = roles;
        this.appointing = appointing;
        this.directory = directory;
        this.messages = messages;
        this.zone = zone;
    }

    /** What was read. */
    sealed interface Read {
        record Fit(Appointment appointment) implements Read {}

        /** The form again, with what is wrong. */
        record Wrong(Form form) implements Read {}
    }

    /** The form as it is first shown; {@code stored} is what is to be changed, null for a new appointment. */
    Form blank(Roles.Role role, String id, @Nullable Appointment stored, Instant now) {
        return form(role, id, stored, stored == null ? Map.of() : answers(stored, now), Map.of(), now);
    }

    private static Map<String, String> answers(Appointment stored, Instant now) {
        Map<String, String> answers = new HashMap<>();
        put(answers, AppointmentCard.DEPARTMENT, stored.department());
        put(answers, AppointmentCard.PERSON, stored.person().id());
        put(answers, AppointmentCard.EMAIL, stored.email());
        Person deputy = stored.deputy();
        put(answers, AppointmentCard.DEPUTY, deputy == null ? null : deputy.id());
        put(answers, AppointmentCard.DEPUTY_EMAIL, stored.deputyEmail());
        put(answers, AppointmentCard.SHIFT_KEPT, ids(stored.shifts(), now));
        put(answers, AppointmentCard.AWAY_KEPT, ids(stored.absences(), now));
        return answers;
    }

    private static void put(Map<String, String> answers, String field, @Nullable String value) {
        if (value != null) {
            answers.put(field, value);
        }
    }

    private static String ids(List<Span> spans, Instant now) {
        return ahead(spans, now).stream().map(AppointmentCard::id).collect(Collectors.joining(","));
    }

    private static List<Span> ahead(List<Span> spans, Instant now) {
        return spans.stream().filter(span -> !span.isPast(now)).toList();
    }

    private Form form(
            Roles.Role role,
            String id,
            @Nullable Appointment stored,
            Map<String, String> answers,
            Map<String, String> problems,
            Instant now) {
        Map<String, String> said = new HashMap<>();
        problems.forEach((field, key) -> said.put(field, messages.text(key)));
        return new Form(
                role,
                id,
                stored != null,
                stored == null ? List.of() : ahead(stored.shifts(), now),
                stored == null ? List.of() : ahead(stored.absences(), now),
                known(stored),
                answers,
                said);
    }

    /** Those in the desk's channel, and those in the appointment to be changed. */
    private List<Person> known(@Nullable Appointment stored) {
        Map<String, Person> known = new LinkedHashMap<>();
        Stream<@Nullable Person> named = stored == null ? Stream.empty() : Stream.of(stored.person(), stored.deputy());
        Stream.concat(named, directory.atDesk().stream())
                .flatMap(Stream::ofNullable)
                .forEach(person -> known.putIfAbsent(person.id(), person));
        return List.copyOf(known.values());
    }

    /** Reads the form. */
    Read read(Roles.Role role, String id, @Nullable Appointment stored, Map<String, String> answers, Instant now) {
        Map<String, String> problems = new LinkedHashMap<>();
        FilledIn filled = new FilledIn(answers, problems, zone, now);
        List<Person> known = known(stored);
        Optional<Person> person = person(filled, AppointmentCard.PERSON, AppointmentCard.NAME, known);
        Optional<Person> deputy = filled.text(AppointmentCard.DEPUTY).isEmpty()
                ? Optional.empty()
                : person(filled, AppointmentCard.DEPUTY, AppointmentCard.DEPUTY_NAME, known);
        String department = filled.text(AppointmentCard.DEPARTMENT);
        if (role.byDepartment() && roles.department(department).isEmpty()) {
            problems.put(AppointmentCard.DEPARTMENT, "roles.problem.department");
        }
        check(filled, person, deputy);
        List<Span> absences = filled.absences(stored == null ? List.of() : stored.absences());
        List<Span> shifts = role.rota() ? filled.shifts(stored == null ? List.of() : stored.shifts()) : List.of();
        if (problems.isEmpty() && person.isPresent()) {
            Appointment read = new Appointment(
                    id,
                    role.id(),
                    role.byDepartment() ? department : null,
                    person.get(),
                    given(filled.text(AppointmentCard.EMAIL)),
                    deputy.orElse(null),
                    given(filled.text(AppointmentCard.DEPUTY_EMAIL)),
                    absences,
                    shifts);
            if (appointing.isPossible(read)) {
                return new Read.Fit(read);
            }
            problems.put(AppointmentCard.PERSON, "roles.problem.taken");
        }
        return new Read.Wrong(form(role, id, stored, answers, problems, now));
    }

    private static void check(FilledIn filled, Optional<Person> person, Optional<Person> deputy) {
        Stream.of(AppointmentCard.EMAIL, AppointmentCard.DEPUTY_EMAIL)
                .filter(field -> !filled.text(field).isEmpty()
                        && !ADDRESS.matcher(filled.text(field)).matches())
                .forEach(field -> filled.problems().put(field, "roles.problem.email"));
        if (filled.text(AppointmentCard.DEPUTY).isEmpty()
                && !filled.text(AppointmentCard.DEPUTY_EMAIL).isEmpty()) {
            filled.problems().put(AppointmentCard.DEPUTY, "roles.problem.deputy.none");
        }
        if (person.isPresent() && deputy.filter(person.get()::is).isPresent()) {
            filled.problems().put(AppointmentCard.DEPUTY, "roles.problem.deputy.self");
        }
    }

    /** Whoever was picked, by the name Teams tells or, where it tells none, the one typed. */
    private Optional<Person> person(FilledIn filled, String picked, String named, List<Person> known) {
        String id = filled.text(picked);
        if (!ID.matcher(id).matches()) {
            filled.problems().put(picked, "roles.problem.person");
            return Optional.empty();
        }
        Optional<Person> found = directory.named(id, known);
        String typed = filled.text(named).replaceAll("\\s+", " ");
        if (found.isEmpty() && (typed.isEmpty() || typed.length() > LONGEST_NAME)) {
            filled.problems().put(named, "roles.problem.name");
            return Optional.empty();
        }
        return found.or(() -> Optional.of(new Person(id, typed)));
    }

    /** What a holder says of their own absence; {@code stored} is any appointment of theirs. */
    List<Span> away(Map<String, String> answers, Map<String, String> problems, Instant now) {
        Map<String, String> keys = new HashMap<>();
        List<Span> absences = new ArrayList<>(new FilledIn(answers, keys, zone, now).absences(List.of()));
        if (absences.isEmpty() && keys.isEmpty()) {
            keys.put(AppointmentCard.AWAY_FROM, "roles.problem.both");
        }
        keys.forEach((field, key) -> problems.put(field, messages.text(key)));
        return absences;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
