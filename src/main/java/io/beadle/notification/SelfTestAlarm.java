package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.SelfTestCard;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfTest;
import io.beadle.selftest.SelfTestText;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tests Beadle four times an hour, and tells the desk of what does not work before somebody meets it: once when it is found the
 * second time in a row, and in the same place when it works again. The security team's mailbox hears of it too, since what is broken may
 * be the way to Teams; the administrators hear where the desk is, and of what will not go on working.
 */
@Component
class SelfTestAlarm implements Sweep {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Logger log = LoggerFactory.getLogger(SelfTestAlarm.class);

    private final SelfTest test;
    private final SelfTestStates states;
    private final Notices notices;
    private final AdministratorNotices administrators;
    private final SelfTestCard card;
    private final SelfTestText text;
    private final Mail mail;
    private final Contacts contacts;
    private final Messages messages;
    private final String instance = UUID.randomUUID().toString();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Set<String> foundBefore = Set.of();

    SelfTestAlarm(
            SelfTest test,
            SelfTestStates states,
            Notices notices,
            AdministratorNotices administrators,
            SelfTestCard card,
            SelfTestText text,
            Mail mail,
            Contacts contacts,
            Messages messages) {
        this.test = test;
        this.states = states;
        this.notices = notices;
        this.administrators = administrators;
        this.card = card;
        this.text = text;
        this.mail = mail;
        this.contacts = contacts;
        this.messages = messages;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** On a thread of its own: it may take twelve seconds, and other sweeps wait for this one. */
    @Override
    public long sweep(Instant now) {
        if (underWay.compareAndSet(false, true)) {
            Thread.ofVirtual().name("self-test").start(() -> {
                try {
                    look(now);
                } catch (RuntimeException e) {
                    log.warn("self-test not told cause={}", e.getClass().getName());
                } finally {
                    underWay.set(false);
                }
            });
        }
        return 0;
    }

    /** Tests, and tells what is new. */
    void look(Instant now) {
        SelfTest.Result result = test.run();
        Set<String> found = names(result.in(Finding.State.FAILED));
        Set<String> twice = foundBefore;
        foundBefore = found;
        if (!states.lead(instance, now, EVERY.multipliedBy(2))) {
            return;
        }
        SelfTestStates.Told told = states.told();
        Set<String> failed = found.stream()
                .filter(part -> twice.contains(part) || told.failed().contains(part))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> warning = names(result.in(Finding.State.WARNING));
        boolean worse = !told.failed().containsAll(failed);
        if (failed.equals(told.failed()) && warning.equals(told.warning())) {
            return;
        }
        SelfTestStates.Told next =
                new SelfTestStates.Told(told.number() + 1, worse ? told.number() + 1 : told.alarm(), failed, warning);
        if (!states.tell(next)) {
            return;
        }
        log.warn("self-test changed failed={} warning={}", failed, warning);
        if (!failed.equals(told.failed())) {
            tellDesk(next, worse, of(result, Finding.State.FAILED, failed), now);
        }
        Set<String> ahead = new HashSet<>(warning);
        ahead.removeAll(told.warning());
        if (!ahead.isEmpty()) {
            tellAdministrators("ahead", next, of(result, Finding.State.WARNING, ahead), now);
        }
    }

    private void tellDesk(SelfTestStates.Told told, boolean worse, List<Finding> failed, Instant now) {
        notices.put(Notice.toDesk("self-test-" + told.alarm(), told.number(), message(failed), now));
        if (!worse) {
            return;
        }
        if (told.failed().contains("selftest.desk")) {
            tellAdministrators("failed", told, failed, now);
        }
        String mailbox = contacts.securityTeam().email();
        if (mail.isConfigured() && mailbox != null) {
            write(mailbox, failed);
        }
    }

    private void tellAdministrators(String what, SelfTestStates.Told told, List<Finding> findings, Instant now) {
        administrators.tell("self-test-" + what + "-" + told.number(), message(findings), administrator -> true, now);
    }

    private Message message(List<Finding> findings) {
        String title = title(findings);
        Card shown = card.of(title, messages.text(findings.isEmpty() ? "selftest.again" : "selftest.alarm"), findings);
        return Message.card(shown.json(), shown.summary());
    }

    private String title(List<Finding> findings) {
        boolean failed = findings.stream().anyMatch(Finding::isFailed);
        return messages.text(
                findings.isEmpty() ? "selftest.again.title" : failed ? "selftest.alarm.title" : "selftest.ahead.title");
    }

    private void write(String mailbox, List<Finding> failed) {
        String lines = text.lines(failed).stream()
                .map(line -> line.title() + ": " + line.text())
                .collect(Collectors.joining("\n\n"));
        try {
            mail.send(new Letter(List.of(mailbox), title(failed), messages.text("selftest.alarm") + "\n\n" + lines));
        } catch (MailRefusedException e) {
            log.warn("self-test not written to the mailbox code={}", e.code());
        }
    }

    private static List<Finding> of(SelfTest.Result result, Finding.State state, Set<String> about) {
        return result.in(state).stream()
                .filter(finding -> about.contains(finding.about()))
                .toList();
    }

    private static Set<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::about).collect(Collectors.toUnmodifiableSet());
    }
}
