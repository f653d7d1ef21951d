package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What a schema cannot say of report types. */
final class ReportTypeRules {
    /** What every report must end up with (template policy, section 14.1.1; G1, G2, G5), by question id. */
    static final List<String> EXPECTED =
            List.of("danger", "personal-data", "happened", "noticed", "where", "circumstances", "contact");

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
        if (type.questions().filter(q -> q.alert() != null).count() > FACTS) {
            mistake.accept(
                    place + "/id", type.id() + " has more than " + FACTS + " questions with \"alert\": leave some out");
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
