package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.DeskAct;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import io.beadle.incident.Passages;
import io.beadle.incident.SealedReporters;
import io.beadle.offer.OfferedFiles;
import io.beadle.privacy.AuditLog;
import io.beadle.teams.AnsweredActivities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * After something was redacted, put right or erased, takes it out of what is kept for a short time besides the incident: the
 * answers kept for redelivery, and the files that wait to be taken. All of them, because nobody can tell what is in which.
 */
@Component
final class TracesGone implements ActFollowUp {
    private static final Logger log = LoggerFactory.getLogger(TracesGone.class);

    private final AnsweredActivities answered;
    private final OfferedFiles offered;
    private final SealedReporters sealed;
    private final AuditLog audit;
    private final Messages messages;

    TracesGone(
            AnsweredActivities answered,
            OfferedFiles offered,
            SealedReporters sealed,
            AuditLog audit,
            Messages messages) {
        this.answered = answered;
        this.offered = offered;
        this.sealed = sealed;
        this.audit = audit;
        this.messages = messages;
    }

    @Override
    public Optional<String> after(Incident incident, DeskAct rule, Act done, Turn turn) {
        if (!Passages.areChangedBy(List.of(rule.id()))) {
            return Optional.empty();
        }
        if (done.value(Passages.PASSAGE).equals(Passages.SEALED)) {
            sealed.delete(incident.draft());
        }
        if (rule.effect() == DeskAct.Effect.ERASE) {
            audit.add(AuditLog.What.ERASED, incident.reference(), turn.person().id(), done.at());
        }
        long answers = answered.forget();
        offered.madeBefore(done.at().plus(Duration.ofDays(1))).forEach(file -> offered.delete(file.id()));
        log.info("passage changed incident={} act={} answers={}", incident.reference(), rule.id(), answers);
        return Optional.of(messages.text("passage.gone"));
    }
}
