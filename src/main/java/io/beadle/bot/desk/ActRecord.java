package io.beadle.bot.desk;

import io.beadle.content.DeskAct;
import io.beadle.content.Duties;
import io.beadle.content.Question;
import io.beadle.content.Roles;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Joining;
import io.beadle.incident.Passages;
import io.beadle.incident.Recipients;
import io.beadle.incident.Warning;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores an act with all that it changes, whoever else acts at the same moment. */
@Component
final class ActRecord {
    private static final Logger log = LoggerFactory.getLogger(ActRecord.class);

    private final Incidents incidents;
    private final Duties duties;
    private final Roles roles;
    private final Recipients recipients;
    private final Confidence confidence;

    ActRecord(Incidents incidents, Duties duties, Roles roles, Recipients recipients, Confidence confidence) {
        this.incidents = incidents;
        this.duties = duties;
        this.roles = roles;
        this.recipients = recipients;
        this.confidence = confidence;
    }

    /** What became of an act. */
    sealed interface Result {
        record Stored(Incident incident) implements Result {}

        /** By this form it was done before. */
        record Again(Incident incident) implements Result {}

        /** Somebody else did the same while the form was being filled in. */
        record Meanwhile(Incident incident, Act act) implements Result {}

        /** It would make it less bad than it has become meanwhile, without a reason. */
        record Lowered(Incident incident) implements Result {}

        record Refused(Incident incident, Acting.Refusal why) implements Result {}

        /** The other incident cannot take it. */
        record Unjoinable(String reference) implements Result {}

        /** Meanwhile whoever did it may not know of it any more. */
        record Hidden() implements Result {}
    }

    /** Once a form; what it was drawn after decides whether somebody else came first. */
    Result of(DeskAct rule, Act act, String seen, Incident incident, CaseRights.Standing standing) {
        Optional<Incident> target = joined(rule, act, incident, standing);
        if (rule.effect() == DeskAct.Effect.JOIN && target.isEmpty()) {
            return new Result.Unjoinable(act.value(ActFields.INTO));
        }
        AtomicReference<Optional<Result>> hindrance = new AtomicReference<>(Optional.empty());
        Optional<Incident> stored = incidents.change(incident.reference(), current -> {
            hindrance.set(hindrance(rule, act, seen, current, standing)
                    .or(() -> target.filter(into -> !new Joining(current, act).isInOrder(into))
                            .map(into -> new Result.Unjoinable(into.reference()))));
            return hindrance.get().isPresent() ? current : changed(rule, act, current);
        });
        Result result = hindrance.get().orElseGet(() -> new Result.Stored(stored.orElse(incident)));
        if (result instanceof Result.Stored) {
            log.info("incident acted on incident={} act={}", incident.reference(), act.act());
        }
        return result;
    }

    private Optional<Result> hindrance(
            DeskAct rule, Act act, String seen, Incident current, CaseRights.Standing standing) {
        CaseFile file = new CaseFile(current);
        if (!standing.mayKnow(current)) {
            return Optional.of(new Result.Hidden());
        }
        if (file.find(act.key()).isPresent()) {
            return Optional.of(new Result.Again(current));
        }
        Optional<Act> latest =
                file.latest(act.act()).filter(other -> !other.key().equals(seen));
        if (latest.isPresent() && decides(rule) && latest.get().value(Act.ABOUT).equals(act.value(Act.ABOUT))) {
            return Optional.of(new Result.Meanwhile(current, latest.get()));
        }
        if (ActFields.lowers(rule, act.value("severity"), current)
                && act.value(ActFields.REASON).isBlank()) {
            return Optional.of(new Result.Lowered(current));
        }
        if (file.isRestricted()
                && (Warning.isForEverybody(act)
                        || approved(act, file).filter(Warning::isForEverybody).isPresent())) {
            return Optional.of(new Result.Refused(current, Acting.Refusal.RESTRICTED));
        }
        if (Passages.areChangedBy(List.of(rule.id()))
                && new Passages(current).find(act.value(Passages.PASSAGE)).isEmpty()) {
            return Optional.of(new Result.Refused(current, Acting.Refusal.GONE));
        }
        return new Acting(rule)
                .refusal(current, act.by(), act.value(Act.ABOUT))
                .map(why -> new Result.Refused(current, why));
    }

    /** Whether a second one would undo or repeat the first; notes and questions add to each other. */
    private boolean decides(DeskAct rule) {
        return switch (rule.effect()) {
            case RECORD ->
                duties.duties().stream().anyMatch(duty -> duty.endedBy().contains(rule.id()));
            case ASK, RELEASE_EVIDENCE, QUARANTINE, REDACT, RECTIFY, ERASE -> false;
            case ASSIGN,
                    SEVERITY,
                    MATRIX,
                    RESTRICT,
                    UNRESTRICT,
                    JOIN,
                    WAIVE,
                    CLOSE,
                    NO_INCIDENT,
                    RELEASE_WARNING,
                    HAND_OVER,
                    ICO_PACK -> true;
        };
    }

    private Incident changed(DeskAct rule, Act act, Incident current) {
        Incident done = new Acting(rule).on(current, act);
        return rule.effect() == DeskAct.Effect.RELEASE_WARNING
                ? new Warning(act, warned(act, current)).on(done, recipients, confidence.leftOut(done))
                : done;
    }

    /** Whom the approved warning is for; a role that an officer has taken out since is nobody's. */
    private List<String> warned(Act release, Incident incident) {
        return approved(release, new CaseFile(incident)).stream()
                .map(approved -> approved.value(Warning.TO))
                .flatMap(Question::chosen)
                .filter(role ->
                        role.equals(Warning.EVERYBODY) || roles.find(role).isPresent())
                .distinct()
                .toList();
    }

    /** What an act is about that approves of it, where it is about another. */
    private static Optional<Act> approved(Act act, CaseFile file) {
        return file.find(act.value(Act.ABOUT));
    }

    /**
     * The other incident comes first: should the second write fail, the report stands twice, which whoever opens either sees, and
     * sending it again mends; the other way round it would be lost from sight.
     *
     * @return the other incident with the report joined to it; empty where it cannot be, and of any other act
     */
    private Optional<Incident> joined(DeskAct rule, Act act, Incident incident, CaseRights.Standing standing) {
        if (rule.effect() != DeskAct.Effect.JOIN) {
            return Optional.empty();
        }
        Joining joining = new Joining(incident, act);
        return incidents
                .find(act.value(ActFields.INTO))
                .filter(standing::mayKnow)
                .filter(joining::fits)
                .flatMap(target -> incidents.change(target.reference(), joining::into))
                .filter(target -> new CaseFile(target).find(act.key()).isPresent());
    }
}
