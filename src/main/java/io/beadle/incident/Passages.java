package io.beadle.incident;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed about an incident and whom it names, which the data protection officer alone may take out or put right (G16). */
public record Passages(Incident incident) {
    /** The fields of the acts that change a passage: which, what stands there now, and what stood there if that is kept. */
    public static final String PASSAGE = "passage";

    public static final String INSTEAD = "instead";
    public static final String WAS = "was";

    /** The key of whoever reported in confidence. */
    public static final String SEALED = "sealed";

    static final String TELLER = "teller";
    static final String PERSON = "person/";

    /** The acts by which something recorded earlier is changed; no other change may. */
    private static final Set<String> CHANGED_BY = Set.of("redact", "rectify", "erase");

    /** The fields of acts that name one person by their id. */
    private static final Set<String> NAMING = Set.of("person", "reporter", "excluded", "excluded-too");

    /** Whether one of the acts is by which something recorded earlier is changed. */
    public static boolean areChangedBy(Collection<String> acts) {
        return acts.stream().anyMatch(CHANGED_BY::contains);
    }

    /** All, what was typed first. */
    public List<Passage> all() {
        return Stream.concat(typed().stream(), people().stream()).toList();
    }

    public Optional<Passage> find(String key) {
        return all().stream().filter(passage -> passage.key().equals(key)).findFirst();
    }

    /** In the order of the record. */
    public List<Passage> typed() {
        Stream<Passage> report = incident.report().answers().stream()
                .filter(Passages::isTyped)
                .map(answer -> new Passage(
                        "report/" + answer.question(), Passage.Kind.ANSWER, answer.asked(), answer.shown()));
        return Stream.of(report, incident.statements().stream().flatMap(Passages::said), acts())
                .flatMap(passages -> passages)
                .toList();
    }

    private static Stream<Passage> said(Statement said) {
        String key = "said/" + said.key();
        Answer answer = said.answer();
        if (answer != null && isTyped(answer)) {
            return Stream.of(new Passage(key, Passage.Kind.ANSWER, answer.asked(), answer.shown()));
        }
        return said.text().isBlank() ? Stream.of() : Stream.of(new Passage(key, Passage.Kind.SAID, "", said.text()));
    }

    private Stream<Passage> acts() {
        return incident.acts().stream()
                .filter(act -> !CHANGED_BY.contains(act.act()) && !act.act().equals(Joining.JOINED))
                .flatMap(act -> act.answers().stream()
                        .filter(answer -> isTyped(answer) && !answer.question().equals(Act.ABOUT))
                        .map(answer -> new Passage(
                                "act/" + act.key() + '/' + answer.question(),
                                Passage.Kind.ACT,
                                answer.asked(),
                                answer.shown())));
    }

    /** What was chosen is kept by an id, and shown otherwise. */
    static boolean isTyped(Answer answer) {
        return !answer.alerts() && !answer.value().isBlank() && answer.value().equals(answer.shown());
    }

    /** Those whom it names, without those who did something about it: who did what stays. */
    public List<Passage> people() {
        Map<String, Passage> people = new LinkedHashMap<>();
        OnBehalfOf teller = incident.report().onBehalfOf();
        if (teller != null) {
            people.put(TELLER, new Passage(TELLER, Passage.Kind.TELLER, "", teller.name()));
        }
        if (incident.report().reporter() instanceof Reporter.Sealed) {
            people.put(SEALED, new Passage(SEALED, Passage.Kind.REPORTER, "", ""));
        }
        incident.report()
                .reporter()
                .named()
                .ifPresent(person -> people.put(
                        PERSON + person.id(),
                        new Passage(PERSON + person.id(), Passage.Kind.REPORTER, "", person.name())));
        Set<String> acted = acted();
        incident.acts().stream()
                .flatMap(act -> act.answers().stream())
                .filter(answer -> NAMING.contains(answer.question())
                        && !answer.value().isBlank()
                        && !answer.value().contains(",")
                        && !acted.contains(answer.value()))
                .forEach(answer -> people.putIfAbsent(
                        PERSON + answer.value(),
                        new Passage(PERSON + answer.value(), Passage.Kind.NAMED, answer.asked(), answer.shown())));
        return List.copyOf(people.values());
    }

    private Set<String> acted() {
        return Stream.concat(
                        incident.acts().stream().map(act -> act.by().id()),
                        incident.acknowledgements().stream()
                                .map(done -> done.by().id()))
                .collect(Collectors.toSet());
    }
}
