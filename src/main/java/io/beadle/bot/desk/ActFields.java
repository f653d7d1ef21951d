package io.beadle.bot.desk;

import io.beadle.bot.report.AnswerRules;
import io.beadle.bot.report.Reports;
import io.beadle.card.ActForm;
import io.beadle.card.WrittenTime;
import io.beadle.content.DeskAct;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.Roles;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Passages;
import io.beadle.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an act asks of an incident and a person: choices that depend on them are filled in, and what was sent is checked. */
@Component
final class ActFields {
    static final String INTO = "into";
    static final String REASON = "reason";
    private static final String PERSON = "person";
    private static final String SEVERITY = "severity";

    /** How the id ends of the field that holds the name of whoever was chosen in another. */
    private static final String NAME = "-name";

    private static final int LONGEST_NAME = 80;

    private final JoinTargets targets;
    private final RolePeople people;
    private final MatrixAnswers matrix;
    private final PassageFields passages;
    private final Duties duties;
    private final Roles roles;
    private final AnswerRules rules;
    private final Reports reports;
    private final ActForm labels;
    private final Messages messages;

    ActFields(
            Incidents incidents,
            RelatedReports related,
            RolePeople people,
            MatrixAnswers matrix,
            PassageFields passages,
            Duties duties,
            Roles roles,
            AnswerRules rules,
            Reports reports,
            ActForm labels,
            WrittenTime times,
            Messages messages) {
        this.targets = new JoinTargets(incidents, related, times, messages);
        this.people = people;
        this.matrix = matrix;
        this.passages = passages;
        this.duties = duties;
        this.roles = roles;
        this.rules = rules;
        this.reports = reports;
        this.labels = labels;
        this.messages = messages;
    }

    /** The fields, what it is about first. */
    List<Question> of(DeskAct act, Incident incident, CaseRights.Standing standing) {
        return drawn(act, incident, standing, Map.of());
    }

    private List<Question> drawn(
            DeskAct act, Incident incident, CaseRights.Standing standing, Map<String, String> sent) {
        List<Question> fields = new ArrayList<>();
        if (act.about() != null) {
            fields.add(about(act, incident, standing));
        }
        act.fields().stream()
                .filter(field -> act.about() == null || !field.id().equals(Act.ABOUT))
                .map(field -> filled(field, act, incident, standing, sent.getOrDefault(field.id(), "")))
                .forEach(fields::add);
        if (act.effect() == DeskAct.Effect.MATRIX) {
            // after what says whether it could come of it or has, before the reason
            fields.addAll(Math.min(1, fields.size()), matrix.fields());
        }
        return List.copyOf(fields);
    }

    /** The same, and after each person who was chosen and whom nobody names a field for the name, as appointing has. */
    List<Question> of(DeskAct act, Incident incident, CaseRights.Standing standing, Map<String, String> sent) {
        return drawn(act, incident, standing, sent).stream()
                .flatMap(field -> isUnknown(field, sent) ? Stream.of(field, nameOf(field)) : Stream.of(field))
                .toList();
    }

    /** Who deals with an incident holds a role, and so has a name. */
    private boolean isUnknown(Question field, Map<String, String> sent) {
        String chosen = sent.getOrDefault(field.id(), "");
        return field.kind() == Question.Kind.PERSON
                && !chosen.isBlank()
                && people.name(chosen).isEmpty();
    }

    private Question nameOf(Question person) {
        return new Question(
                person.id() + NAME,
                Question.Kind.TEXT,
                messages.text("roles.form.name"),
                messages.text("roles.problem.name"),
                null,
                null,
                true,
                List.of(),
                LONGEST_NAME,
                null,
                null,
                Map.of(),
                List.of());
    }

    private Question about(DeskAct act, Incident incident, CaseRights.Standing standing) {
        CaseFile file = new CaseFile(incident);
        List<Question.Choice> choices = new Acting(act)
                .subjects(incident, standing.person()).stream()
                        .flatMap(key -> incident
                                .duty(key)
                                .map(duty -> choice(key, labels.label(duty, standing.at())))
                                .or(() -> file.find(key).map(done -> choice(key, labels.label(done))))
                                .stream())
                        .toList();
        String ask = act.field(Act.ABOUT)
                .map(Question::ask)
                .orElseGet(() -> messages.text("duty".equals(act.about()) ? "case.about.duty" : "case.about.act"));
        return new Question(
                Act.ABOUT,
                Question.Kind.CHOICE,
                ask,
                null,
                null,
                null,
                true,
                choices,
                0,
                null,
                null,
                Map.of(),
                List.of());
    }

    private Question filled(Question field, DeskAct act, Incident incident, CaseRights.Standing standing, String sent) {
        if (field.kind() == Question.Kind.PERSON) {
            return field.choosing(people.choices());
        }
        if (act.effect() == DeskAct.Effect.JOIN && field.id().equals(INTO)) {
            return targets.into(field, incident, standing, sent);
        }
        if (passages.areIn(act) && field.id().equals(Passages.PASSAGE)) {
            return field.choosing(passages.choices(act, incident, standing));
        }
        boolean chooses = field.kind() == Question.Kind.CHOICE || field.kind() == Question.Kind.CHOICES;
        if (!chooses || !field.choices().isEmpty()) {
            return field;
        }
        return field.choosing(
                switch (act.effect()) {
                    case CLOSE ->
                        duties.outcomes().stream()
                                .map(outcome -> choice(outcome.id(), outcome.label()))
                                .toList();
                    case SEVERITY ->
                        Stream.of(Severity.values())
                                .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                                .map(id -> choice(id, messages.text("severity." + id)))
                                .toList();
                    case RECORD,
                            ASSIGN,
                            MATRIX,
                            JOIN,
                            RESTRICT,
                            UNRESTRICT,
                            WAIVE,
                            ASK,
                            NO_INCIDENT,
                            RELEASE_WARNING,
                            HAND_OVER,
                            QUARANTINE,
                            RELEASE_EVIDENCE,
                            ICO_PACK,
                            REDACT,
                            RECTIFY,
                            ERASE ->
                        roles.roles().stream()
                                .map(role -> choice(role.id(), role.title()))
                                .toList();
                });
    }

    private static Question.Choice choice(String id, String label) {
        return new Question.Choice(id, label, List.of());
    }

    /** What is filled in before anybody did: the one thing it can be about, the cells that are proposed. */
    Map<String, String> begun(DeskAct act, List<Question> fields, Incident incident) {
        if (act.effect() == DeskAct.Effect.MATRIX) {
            return matrix.proposed(incident);
        }
        return fields.stream()
                .filter(field -> field.id().equals(Act.ABOUT) && field.choices().size() == 1)
                .findFirst()
                .map(field -> Map.of(Act.ABOUT, field.choices().getFirst().id()))
                .orElse(Map.of());
    }

    /** What is wrong with what was sent, by field; empty when all is well. */
    Map<String, String> problems(
            DeskAct act, List<Question> fields, Map<String, String> sent, Incident incident, Instant now) {
        Map<String, String> problems = new LinkedHashMap<>(rules.problems(fields, sent, now));
        if (act.effect() == DeskAct.Effect.ASSIGN && !problems.containsKey(PERSON)) {
            problem(sent.getOrDefault(PERSON, ""), incident)
                    .ifPresent(problem -> problems.put(PERSON, messages.text(problem)));
        }
        if (act.field(REASON).isPresent()
                && lowers(act, severity(act, sent, incident), incident)
                && sent.getOrDefault(REASON, "").isBlank()) {
            problems.put(REASON, messages.text("case.problem.lower"));
        }
        return problems;
    }

    private Optional<String> problem(String owner, Incident incident) {
        if (new CaseFile(incident).excluded().contains(owner)) {
            return Optional.of("case.problem.excluded");
        }
        return people.names().containsKey(owner) ? Optional.empty() : Optional.of("case.problem.role");
    }

    private String severity(DeskAct act, Map<String, String> sent, Incident incident) {
        return act.effect() == DeskAct.Effect.MATRIX
                ? matrix.severity(incident, sent)
                : sent.getOrDefault(SEVERITY, "");
    }

    /** Whether the incident would be less bad than it is; that takes a reason (G20). */
    static boolean lowers(DeskAct act, String severity, Incident incident) {
        return (act.effect() == DeskAct.Effect.SEVERITY || act.effect() == DeskAct.Effect.MATRIX)
                && Stream.of(Severity.values())
                        .filter(one -> one.name().equalsIgnoreCase(severity))
                        .anyMatch(one -> one.compareTo(incident.severity()) < 0);
    }

    /** What was filled in, as it is kept: people by name, what it is about as it was chosen; what follows from it last. */
    List<Answer> answers(DeskAct act, List<Question> fields, Map<String, String> sent, Incident incident) {
        Stream<Answer> filledIn = fields.stream()
                .filter(field -> !isName(field, fields))
                .map(field -> named(field, reports.answer(field, sent), sent));
        if (passages.areIn(act)) {
            return passages.answers(act, filledIn.toList(), incident);
        }
        return act.effect() == DeskAct.Effect.MATRIX
                ? Stream.concat(filledIn, matrix.decided(incident, sent).stream())
                        .toList()
                : filledIn.toList();
    }

    private static boolean isName(Question field, List<Question> fields) {
        return fields.stream()
                .anyMatch(other ->
                        other.kind() == Question.Kind.PERSON && field.id().equals(other.id() + NAME));
    }

    private Answer named(Question field, Answer answer, Map<String, String> sent) {
        if (field.kind() != Question.Kind.PERSON || answer.value().isEmpty()) {
            return answer;
        }
        String typed = sent.getOrDefault(field.id() + NAME, "").strip().replaceAll("\\s+", " ");
        String name = people.name(answer.value())
                .or(() -> Optional.of(typed).filter(text -> !text.isEmpty()))
                .orElseGet(() -> messages.text("case.person"));
        return new Answer(answer.question(), answer.asked(), answer.value(), name, false);
    }
}
