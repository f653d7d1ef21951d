package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Membership;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What incidents are searched by that is worked out of them: stored beside them at every write, so that the store itself leaves
 * out whatever the reader may not know of. One without any of it is found by nobody, until
 * {@link SeekFilling} has filled it in.
 */
final class SoughtBy {
    /** What was added last of all that each has: one without it was stored by an earlier version. */
    static final String NEWEST = "seek.register";

    private SoughtBy() {}

    static Document document(Incident incident) {
        CaseFile file = new CaseFile(incident);
        Document seek = new Document("open", incident.isOpen())
                .append("held", incident.isHeld() && !incident.exercise())
                .append("register", file.mayBeInRegister())
                .append("restricted", file.isRestricted())
                .append("excluded", List.copyOf(file.excluded()))
                .append("told", told(incident, file));
        Fields.appendKnown(seek, "owner", file.owner().map(Answer::value).orElse(null), owner -> owner);
        Fields.appendKnown(seek, "due", incident.nextDue(), Fields::date);
        Fields.appendKnown(seek, "closed", incident.closing(), closing -> Fields.date(closing.at()));
        Membership wave = incident.wave();
        if (wave != null) {
            seek.append("wave", wave.wave())
                    .append("waiting", incident.isOpen() && !incident.isAcknowledged())
                    .append(
                            "acknowledged",
                            incident.acknowledgements().stream()
                                    .map(by -> by.by().id())
                                    .toList());
        }
        return seek;
    }

    private static List<String> told(Incident incident, CaseFile file) {
        return Stream.concat(
                        incident.ledger().stream()
                                .map(Delivery::to)
                                .filter(Objects::nonNull)
                                .map(Person::id),
                        file.owner().map(Answer::value).stream())
                .distinct()
                .toList();
    }

    static List<Index> indexes() {
        return List.of(
                new Index("exercise", Direction.ASC)
                        .on("seek.open", Direction.ASC)
                        .on("report.reported", Direction.DESC),
                new Index("report.type", Direction.ASC).on("report.reported", Direction.DESC),
                new Index("flags", Direction.ASC).on("seek.held", Direction.ASC),
                new Index("seek.register", Direction.ASC).on("_id", Direction.ASC),
                new Index("seek.closed", Direction.ASC).sparse(),
                new Index("seek.due", Direction.ASC).sparse(),
                new Index("seek.owner", Direction.ASC).sparse(),
                new Index("seek.wave", Direction.ASC).sparse());
    }

    static Query query(IncidentQuery wanted, Instant now) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("exercise").is(wanted.exercises()));
        all.add(known(wanted.reader()));
        switch (wanted.state()) {
            case ANY -> {}
            case OPEN -> all.add(where("seek.open").is(true));
            case CLOSED -> all.add(where("seek.open").is(false));
            case DUE -> all.add(where("seek.due").exists(true));
            case OVERDUE -> all.add(where("seek.due").lt(now));
            case UNASSIGNED ->
                all.add(where("seek.open").is(true).and("seek.owner").exists(false));
        }
        if (!wanted.types().isEmpty()) {
            all.add(where("report.type").in(wanted.types()));
        }
        if (!wanted.severities().isEmpty()) {
            all.add(where("severity")
                    .in(wanted.severities().stream().map(Enum::name).toList()));
        }
        if (wanted.owner() != null) {
            all.add(where("seek.owner").is(wanted.owner()));
        }
        if (wanted.since() != null) {
            all.add(where("report.reported").gte(wanted.since()));
        }
        if (wanted.before() != null) {
            all.add(where("report.reported").lt(wanted.before()));
        }
        boolean byDue = wanted.state() == IncidentQuery.State.OVERDUE || wanted.state() == IncidentQuery.State.DUE;
        Sort sort = byDue ? Sort.by(Direction.ASC, "seek.due") : Sort.by(Direction.DESC, "report.reported", "_id");
        return Query.query(new Criteria().andOperator(all)).with(sort);
    }

    /** Those stored before there was such a field too: no account that may be in other hands is to be left out. */
    static Query held() {
        return Query.query(where("flags").is(Incident.ACCOUNT).and("seek.held").ne(false));
    }

    /** Likewise. */
    static Query inRegister() {
        return Query.query(where("seek.register").in(true, null)).with(Sort.by(Direction.ASC, "_id"));
    }

    static Query closedBy(Instant latest) {
        return Query.query(where("seek.closed").lte(latest)).with(Sort.by(Direction.ASC, "seek.closed"));
    }

    static Criteria wave(String wave) {
        return where("seek.wave").is(wave);
    }

    static Query openOf(String wave) {
        return earliestFirst(wave(wave).and("seek.open").is(true));
    }

    static Query waitingOf(String wave, Instant until, @Nullable Person without) {
        Criteria waiting =
                wave(wave).and("seek.waiting").is(true).and("report.reported").lte(until);
        return earliestFirst(
                without == null ? waiting : waiting.and("seek.acknowledged").ne(without.id()));
    }

    static Query lastOf(String wave) {
        return Query.query(wave(wave)).with(Sort.by(Direction.DESC, "report.reported", "_id"));
    }

    /** Open ones of that type since then that are part of no wave, latest first. */
    static Query alone(String type, Instant since) {
        return Query.query(where("report.type")
                        .is(type)
                        .and("report.reported")
                        .gte(since)
                        .and("seek.open")
                        .is(true)
                        .and("seek.wave")
                        .exists(false))
                .with(Sort.by(Direction.DESC, "report.reported"));
    }

    private static Query earliestFirst(Criteria which) {
        return Query.query(which).with(Sort.by(Direction.ASC, "report.reported", "_id"));
    }

    /** Nothing restricted where others read along; of it what the reader was told; nothing that is about them (G10). */
    private static Criteria known(@Nullable String reader) {
        return reader == null
                ? where("seek.restricted").is(false)
                : new Criteria()
                        .andOperator(
                                where("seek.excluded").ne(reader),
                                new Criteria()
                                        .orOperator(
                                                where("seek.restricted").is(false),
                                                where("seek.told").is(reader)));
    }
}
