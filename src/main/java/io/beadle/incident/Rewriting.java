package io.beadle.incident;

import io.beadle.people.Person;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An incident in which something recorded earlier is other words, or another person. The one way in which a record changes that
 * is otherwise only added to; what it is done by is an act, and stands in the chain.
 */
final class Rewriting {
    private final Incident incident;

    Rewriting(Incident incident) {
        this.incident = incident;
    }

    /** The same words wherever they stand: an officer's question stands in the act and in what the reporter was asked. */
    Incident words(String words, String instead) {
        UnaryOperator<Answer> answers =
                answer -> Passages.isTyped(answer) && answer.shown().strip().equals(words.strip())
                        ? new Answer(answer.question(), answer.asked(), instead, instead, answer.alerts())
                        : answer;
        UnaryOperator<String> texts = text -> text.strip().equals(words.strip()) ? instead : text;
        return with(answers, texts, person -> person, incident.report().onBehalfOf());
    }

    /** The person of that id is another, or of another name, wherever they stand. */
    Incident person(String id, Person other) {
        UnaryOperator<Answer> answers = answer -> {
            boolean names = answer.value().equals(id);
            boolean keyed = answer.value().equals(Passages.PERSON + id);
            return names || keyed
                    ? new Answer(
                            answer.question(),
                            answer.asked(),
                            keyed ? Passages.PERSON + other.id() : other.id(),
                            keyed ? answer.shown() : other.name(),
                            answer.alerts())
                    : answer;
        };
        return with(
                answers,
                text -> text,
                person -> person.id().equals(id) ? other : person,
                incident.report().onBehalfOf());
    }

    /** Who told the reporter is called otherwise; null takes all of what is known of them out but the name. */
    Incident teller(String name, boolean erased) {
        OnBehalfOf teller = incident.report().onBehalfOf();
        return teller == null
                ? incident
                : with(
                        answer -> answer,
                        text -> text,
                        person -> person,
                        erased
                                ? new OnBehalfOf(name, "", "", false, "")
                                : new OnBehalfOf(
                                        name,
                                        teller.organisation(),
                                        teller.number(),
                                        teller.mayEmail(),
                                        teller.email()));
    }

    /** Nothing is told to whoever reported any more: it is not known who that was. */
    static Incident withoutChat(Incident incident) {
        return new Change(incident).forgetReporterChat().incident();
    }

    private Incident with(
            UnaryOperator<Answer> answers,
            UnaryOperator<String> texts,
            UnaryOperator<Person> people,
            @Nullable OnBehalfOf teller) {
        Report report = incident.report();
        return new Change(incident)
                .rewritten(
                        new Report(
                                report.type(),
                                report.title(),
                                report.reporter()
                                        .named()
                                        .<Reporter>map(person -> new Reporter.Named(people.apply(person)))
                                        .orElse(report.reporter()),
                                report.happened(),
                                report.noticed(),
                                report.reported(),
                                each(report.answers(), answers),
                                teller),
                        each(incident.statements(), said -> said(said, answers, texts, people)),
                        each(
                                incident.acts(),
                                act -> new Act(
                                        act.key(),
                                        act.act(),
                                        act.at(),
                                        people.apply(act.by()),
                                        each(act.answers(), answers))),
                        each(incident.ledger(), line -> delivery(line, people)),
                        each(
                                incident.timeline(),
                                entry -> new TimelineEntry(entry.at(), entry.kind(), applied(people, entry.by()))),
                        each(incident.duties(), duty -> duty.by() == null ? duty : duty.by(people.apply(duty.by()))))
                .incident();
    }

    private static Statement said(
            Statement said, UnaryOperator<Answer> answers, UnaryOperator<String> texts, UnaryOperator<Person> people) {
        Answer answer = said.answer();
        return new Statement(
                said.key(),
                said.at(),
                said.kind(),
                applied(people, said.by()),
                answer == null ? null : answers.apply(answer),
                texts.apply(said.text()),
                said.replyTo(),
                said.held());
    }

    /** An address goes with the person whose it is. */
    private static Delivery delivery(Delivery line, UnaryOperator<Person> people) {
        Person to = line.to();
        Person other = applied(people, to);
        return to == null || other == null || other.equals(to)
                ? line
                : new Delivery(
                        line.key(),
                        line.role(),
                        line.why(),
                        line.occasion(),
                        other,
                        other.is(to) ? line.email() : null,
                        line.at(),
                        line.state(),
                        line.reason(),
                        line.settled());
    }

    private static @Nullable Person applied(UnaryOperator<Person> people, @Nullable Person person) {
        return person == null ? null : people.apply(person);
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> changed) {
        return all.stream().map(changed).toList();
    }
}
