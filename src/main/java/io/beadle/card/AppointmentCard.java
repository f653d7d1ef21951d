package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Person;
import io.beadle.people.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form on which somebody is appointed, and the one on which a holder says when they are away. */
@Component
public final class AppointmentCard {
    public static final String DEPARTMENT = "department";
    public static final String PERSON = "person";
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String DEPUTY = "deputy";
    public static final String DEPUTY_NAME = "deputy-name";
    public static final String DEPUTY_EMAIL = "deputy-email";
    public static final String AWAY_FROM = "away-from";
    public static final String AWAY_TO = "away-to";
    public static final String AWAY_KEPT = "away-kept";
    public static final String SHIFT_FROM = "shift-from";
    public static final String SHIFT_TO = "shift-to";
    public static final String SHIFT_AGAIN = "shift-again";
    public static final String SHIFT_KEPT = "shift-kept";
    public static final String DATE = "-date";
    public static final String TIME = "-time";

    /** How often a shift is held: once, on seven days, in twelve weeks. */
    public static final String DAYS = "days";

    public static final String WEEKS = "weeks";
    private static final String ONCE = "once";

    /** Of those in the desk's channel, so many are offered where a client shows no picker. */
    private static final int OFFERED = 30;

    /** Of shifts still to come, so many can be kept one by one. */
    private static final int KEPT = 20;

    private static final int LONGEST_NAME = 80;

    /** The longest address that mail takes (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST_ADDRESS = 254;

    private final CardTemplates templates;
    private final Messages messages;
    private final Roles roles;
    private final AppointmentText text;

    AppointmentCard(CardTemplates templates, Messages messages, Roles roles, AppointmentText text) {
        this.templates = templates;
        this.messages = messages;
        this.roles = roles;
        this.text = text;
    }

    /**
     * What the form is about and holds.
     *
     * @param appointment the id of the appointment, of a new one too
     * @param change whether there is such an appointment already
     * @param shifts those of the appointment still to come, and {@code absences} alike
     * @param roster whom to offer where a client shows no people picker
     * @param answers what the fields hold
     * @param problems what is wrong, by field
     */
    public record Form(
            Roles.Role role,
            String appointment,
            boolean change,
            List<Span> shifts,
            List<Span> absences,
            List<Person> roster,
            Map<String, String> answers,
            Map<String, String> problems) {
        /** Personal data is in it. */
        @Override
        public String toString() {
            return "Form[" + appointment + "]";
        }
    }

    /** The form to appoint somebody or to change an appointment; {@code alone} where nobody else has to consent. */
    public Card of(Form form, boolean alone) {
        List<Map<String, Object>> fields = new ArrayList<>();
        Fields add = new Fields(fields, form.answers(), form.problems());
        if (form.role().byDepartment()) {
            add.choice(DEPARTMENT, "roles.form.department", departments(), false);
        }
        add.person(PERSON, "roles.form.person", form.roster());
        if (form.problems().containsKey(NAME) || form.answers().containsKey(NAME)) {
            add.text(NAME, "roles.form.name", "text", LONGEST_NAME);
        }
        add.text(EMAIL, "roles.form.email", "email", LONGEST_ADDRESS);
        if (form.role().rota()) {
            shifts(add, form);
        }
        add.heading("roles.form.deputies");
        add.person(DEPUTY, "roles.form.deputy", form.roster());
        if (form.problems().containsKey(DEPUTY_NAME) || form.answers().containsKey(DEPUTY_NAME)) {
            add.text(DEPUTY_NAME, "roles.form.name", "text", LONGEST_NAME);
        }
        add.text(DEPUTY_EMAIL, "roles.form.deputy.email", "email", LONGEST_ADDRESS);
        add.heading("roles.form.absences");
        absences(add, form.absences());
        String title = messages.text(
                form.change() ? "roles.form.change" : "roles.form.appoint",
                form.role().title());
        return card(
                title,
                messages.text(alone ? "roles.form.alone" : "roles.form.second"),
                form,
                fields,
                Map.of(
                        "saveTitle",
                        messages.text(alone ? "roles.form.save" : "roles.form.propose"),
                        "saveVerb",
                        "roles.save",
                        "leaveVerb",
                        "roles.role",
                        "canReturn",
                        false));
    }

    /** The form on which a holder says when they are away themselves; {@code form} is of any role of theirs. */
    public Card away(Form form) {
        List<Map<String, Object>> fields = new ArrayList<>();
        Fields add = new Fields(fields, form.answers(), form.problems());
        add.date(AWAY_FROM, "roles.form.away.from");
        add.date(AWAY_TO, "roles.form.away.to");
        return card(
                messages.text("roles.away.title"),
                form.absences().isEmpty()
                        ? messages.text("roles.away.intro")
                        : messages.text(
                                "roles.away.until", text.days(form.absences().getFirst())),
                form,
                fields,
                Map.of(
                        "saveTitle",
                        messages.text("roles.away.save"),
                        "saveVerb",
                        "roles.away.save",
                        "leaveVerb",
                        "roles.show",
                        "canReturn",
                        !form.absences().isEmpty()));
    }

    private Card card(
            String title, String intro, Form form, List<Map<String, Object>> fields, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", intro);
        data.put("problem", form.problems().isEmpty() ? null : messages.text("report.look"));
        data.put("fields", fields);
        data.put("appointment", form.appointment());
        data.put("role", form.role().id());
        data.put("change", String.valueOf(form.change()));
        data.put("presentTitle", messages.text("roles.present"));
        data.put("leaveTitle", messages.text("record.leave"));
        return new Card(templates.render("appointment", data), title);
    }

    private void shifts(Fields add, Form form) {
        add.heading("roles.form.shifts");
        if (!form.shifts().isEmpty()) {
            add.choice(
                    SHIFT_KEPT,
                    "roles.form.shifts.kept",
                    form.shifts().stream()
                            .limit(KEPT)
                            .map(shift -> Map.of("title", text.hours(shift), "value", id(shift)))
                            .toList(),
                    true);
        }
        add.date(SHIFT_FROM + DATE, "roles.form.shift.from.date");
        add.time(SHIFT_FROM + TIME, "roles.form.shift.from.time");
        add.date(SHIFT_TO + DATE, "roles.form.shift.to.date");
        add.time(SHIFT_TO + TIME, "roles.form.shift.to.time");
        add.choice(
                SHIFT_AGAIN,
                "roles.form.shift.again",
                List.of(
                        Map.of("title", messages.text("roles.form.shift.once"), "value", ONCE),
                        Map.of("title", messages.text("roles.form.shift.days"), "value", DAYS),
                        Map.of("title", messages.text("roles.form.shift.weeks"), "value", WEEKS)),
                false);
    }

    private void absences(Fields add, List<Span> absences) {
        if (!absences.isEmpty()) {
            add.choice(
                    AWAY_KEPT,
                    "roles.form.away.kept",
                    absences.stream()
                            .limit(KEPT)
                            .map(absence -> Map.of("title", text.days(absence), "value", id(absence)))
                            .toList(),
                    true);
        }
        add.date(AWAY_FROM, "roles.form.away.from");
        add.date(AWAY_TO, "roles.form.away.to");
    }

    /** By what a shift or an absence is ticked to be kept. */
    public static String id(Span span) {
        return span.from().getEpochSecond() + "-" + span.to().getEpochSecond();
    }

    /** Those that the form shows to be kept or not; any beyond are kept. */
    public static Stream<Span> shown(List<Span> spans) {
        return spans.stream().limit(KEPT);
    }

    private List<Map<String, String>> departments() {
        return roles.departments().stream()
                .map(department -> Map.of("title", department.title(), "value", department.id()))
                .toList();
    }

    /** Adds fields in the form that the template takes. */
    private final class Fields {
        private final List<Map<String, Object>> fields;
        private final Map<String, String> answers;
        private final Map<String, String> problems;

        Fields(List<Map<String, Object>> fields, Map<String, String> answers, Map<String, String> problems) {
            this.fields = fields;
            this.answers = answers;
            this.problems = problems;
        }

        void heading(String label) {
            add("heading", label, label);
        }

        void date(String id, String label) {
            add("date", id, label);
        }

        void time(String id, String label) {
            add("time", id, label);
        }

        void text(String id, String label, String style, int longest) {
            Map<String, Object> field = add("text", id, label);
            field.put("style", style);
            field.put("maxLength", longest);
        }

        void choice(String id, String label, List<Map<String, String>> choices, boolean several) {
            Map<String, Object> field = add("choice", id, label);
            field.put("choices", choices);
            field.put("several", several);
            field.put("style", several || choices.size() <= 3 ? "expanded" : "compact");
            field.put("hint", messages.text("report.choose"));
        }

        /** Whoever is chosen comes first, so that they are not cut off. */
        void person(String id, String label, List<Person> roster) {
            String chosen = answers.getOrDefault(id, "");
            Map<String, Object> field = add("person", id, label);
            field.put("hint", messages.text("report.choose"));
            field.put(
                    "choices",
                    roster.stream()
                            .filter(person -> !person.name().isBlank())
                            .sorted((a, b) -> Boolean.compare(b.id().equals(chosen), a.id().equals(chosen)))
                            .limit(OFFERED)
                            .map(person -> Map.of("title", person.name(), "value", person.id()))
                            .toList());
        }

        private Map<String, Object> add(String kind, String id, String label) {
            Map<String, Object> field = new HashMap<>();
            field.put("kind", kind);
            field.put("id", InputIds.of(id));
            field.put("label", messages.text(label));
            field.put("problem", problems.get(id));
            field.put("value", given(id));
            field.put("hint", null);
            field.put("why", null);
            fields.add(field);
            return field;
        }

        private @Nullable String given(String id) {
            String answer = answers.get(id);
            return answer == null || answer.isEmpty() ? null : answer;
        }
    }
}
