package io.beadle.incident;

import java.util.Optional;

/** What a duty gives a named person to do: the act that it arose of says who, as a corrective action does (G31). */
public record Task(Duty duty, Act act) {
    private static final String PERSON = "person";

    /** The task that the duty is; empty for one that is a role's to do. */
    public static Optional<Task> of(Duty duty, Incident incident) {
        return new CaseFile(incident)
                .find(duty.key().substring(duty.key().indexOf('/') + 1))
                .map(act -> new Task(duty, act))
                .filter(task -> task.doer().isPresent());
    }

    public Optional<Answer> doer() {
        return answer(PERSON);
    }

    /** What the act was filled in with there; empty where it was not. */
    public Optional<Answer> answer(String field) {
        return act.answers().stream()
                .filter(answer ->
                        answer.question().equals(field) && !answer.value().isEmpty())
                .findFirst();
    }
}
