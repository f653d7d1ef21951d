package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What a schema cannot say of report types. */
final class ReportTypeRules {
    /** What every report must end up with (template policy, section 14.1.1; G1, G2, G5), by question id. */
    static final List<String> EXPECTED = List.of(
            "danger",
            "personal-data",
            "what",
            "where",
            "where-now",
            "happened",
            "noticed",
            "asset-tag",
            "system",
            "circumstances",
            "contact");

    /** By what a report is routed; README.md of the content says what each does. */
    static final Set<String> FLAGS = Set.of(
            "restricted",
            "access-stop",
            "account",
            "business-continuity",
            "caldicott",
            "internal-audit",
            "near-miss",
            "paper",
            "physical",
            "supplier",
            "weakness");

    /** Who can be kept from a restricted report (G10). */
    static final Set<String> EXCLUDED = Set.of("none", "manager", "it", "security", "member");

    /** More than the first card may ask: it is filled in by somebody upset, with one thumb. */
    static final int EXPRESS = 4;

    /** A card on which more is listed cannot be read at a glance. */
    static final int FACTS = 6;

    private final ReportTypes types;
    private final ReportType type;
    private final String place;
    private final BiConsumer<String, String> mistake;
    private final Set<String> ids = new HashSet<>();

    private ReportTypeRules(ReportTypes types, ReportType type, String place, BiConsumer<String, String> mistake) {
        this.types = types;
        this.type = type;
        this.place = place;
        this.mistake = mistake;
    }

    /**
     * Reports every mistake.
     *
     * @param mistake takes the JSON pointer to where it stands, and what is wrong
     */
    static void check(ReportTypes types, BiConsumer<String, String> mistake) {
        checkGroups(types, mistake);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < types.types().size(); i++) {
            ReportType type = types.types().get(i);
            String place = "/types/" + i;
            if (!ids.add(type.id())) {
                mistake.accept(place + "/id", "type " + type.id() + " is there twice: give each its own id");
            }
            new ReportTypeRules(types, type, place, mistake).check();
        }
    }

    private static void checkGroups(ReportTypes types, BiConsumer<String, String> mistake) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < types.groups().size(); i++) {
            ReportTypes.Group group = types.groups().get(i);
            if (!ids.add(group.id())) {
                mistake.accept("/groups/" + i + "/id", "group " + group.id() + " is there twice: give each its own id");
            }
            if (types.in(group).isEmpty()) {
                mistake.accept("/groups/" + i + "/id", "group " + group.id() + " has no types: remove it");
            }
        }
    }

    private void check() {
        if (types.groups().stream().noneMatch(g -> g.id().equals(type.group()))) {
            mistake.accept(place + "/group", type.id() + " is in \"" + type.group() + "\", which is no group");
        }
        for (int s = 0; s < type.steps().size(); s++) {
            List<Question> questions = type.steps().get(s).questions();
            Set<String> earlier = Set.copyOf(ids);
            for (int q = 0; q < questions.size(); q++) {
                check(questions.get(q), place + "/steps/" + s + "/questions/" + q, earlier);
            }
        }
        EXPECTED.stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> mistake.accept(
                        place + "/id",
                        type.id() + " does not ask \"" + id + "\": every report must have a question of this id"));
        checkExpress();
        checkAdvice();
        for (String flag : type.flags()) {
            if (!FLAGS.contains(flag)) {
                mistake.accept(
                        place + "/flags",
                        type.id() + " has the flag \"" + flag + "\", which means nothing: use some of "
                                + new TreeSet<>(FLAGS));
            }
        }
        if (type.questions().filter(q -> q.alert() != null).count() > FACTS) {
            mistake.accept(
                    place + "/id", type.id() + " has more than " + FACTS + " questions with \"alert\": leave some out");
        }
    }

    /** The first card holds what must be answered before a report is accepted, danger before all else (G1, G10). */
    private void checkExpress() {
        List<Question> express = type.steps().getFirst().questions();
        String at = place + "/steps/0/questions";
        if (!express.getFirst().id().equals("danger")) {
            mistake.accept(at + "/0/id", type.id() + " must ask \"danger\" before anything else");
        }
        if (express.size() > EXPRESS) {
            mistake.accept(
                    at + "/" + EXPRESS + "/id",
                    type.id() + " asks more than " + EXPRESS
                            + " questions on its first card: move the rest to the next");
        }
        for (int i = 0; i < express.size(); i++) {
            if (!express.get(i).required()) {
                mistake.accept(
                        at + "/" + i + "/id",
                        type.id() + "/" + express.get(i).id()
                                + " may be left open: the first card holds what must be answered, move it to a later one");
            }
        }
        if (type.flags().contains("restricted") && express.stream().noneMatch(q -> q.id().equals("excludes"))) {
            mistake.accept(
                    place + "/flags",
                    type.id() + " is restricted: ask \"excludes\" on its first card, before anybody is told");
        }
    }

    private void checkAdvice() {
        for (int i = 0; i < type.advice().size(); i++) {
            Question.Condition when = type.advice().get(i).when();
            if (when != null) {
                String at = place + "/advice/" + i + "/when";
                String name = "advice " + (i + 1) + " of " + type.id();
                type.question(when.question())
                        .ifPresentOrElse(
                                asked -> checkValues(name, at + "/is", asked, when.is()),
                                () -> mistake.accept(
                                        at + "/question",
                                        name + " depends on \"" + when.question() + "\", which is not asked"));
            }
        }
    }

    private void check(Question question, String at, Set<String> earlier) {
        String name = type.id() + "/" + question.id();
        if (!ids.add(question.id())) {
            mistake.accept(at + "/id", name + " is asked twice: give each question its own id");
        }
        boolean chooses = question.kind() == Question.Kind.CHOICE || question.kind() == Question.Kind.CHOICES;
        if (chooses && question.choices().isEmpty()) {
            mistake.accept(at + "/kind", name + " is a choice without choices: list them under \"choices\"");
        }
        if (question.choices().stream().map(Question.Choice::id).distinct().count()
                < question.choices().size()) {
            mistake.accept(at + "/choices", name + " has two choices of one id: give each its own");
        }
        if (Stream.of("happened", "noticed").anyMatch(question.id()::equals)
                && question.kind() != Question.Kind.MOMENT) {
            mistake.accept(at + "/kind", name + " asks for a time: its kind must be moment");
        }
        if (EXPECTED.contains(question.id()) && question.when() != null) {
            mistake.accept(at + "/when", name + " must always be asked: leave \"when\" out");
        }
        if (question.id().equals("excludes")
                && !(question.kind() == Question.Kind.CHOICES
                        && question.choices().stream().allMatch(c -> EXCLUDED.contains(c.id())))) {
            mistake.accept(
                    at + "/id", name + " must be of kind choices, and its choices some of " + new TreeSet<>(EXCLUDED));
        }
        if (question.alert() != null && question.kind().isTyped()) {
            mistake.accept(at + "/alert", name + " is typed text, which never goes to a channel: leave \"alert\" out");
        }
        Question.Condition when = question.when();
        if (when != null) {
            if (!earlier.contains(when.question())) {
                mistake.accept(
                        at + "/when/question",
                        name + " depends on \"" + when.question() + "\", which no earlier step asks");
            }
            type.question(when.question()).ifPresent(asked -> checkValues(name, at + "/when/is", asked, when.is()));
        }
        checkValues(
                name, at + "/raises", question, List.copyOf(question.raises().keySet()));
        checkValues(name, at + "/danger", question, question.danger());
    }

    private void checkValues(String name, String at, Question asked, List<String> values) {
        for (String value : values) {
            if (asked.choice(value).isEmpty()) {
                mistake.accept(
                        at,
                        name + " names \"" + value + "\", which is no answer to " + asked.id() + ": use one of "
                                + asked.choices().stream()
                                        .map(Question.Choice::id)
                                        .toList());
            }
        }
    }
}
