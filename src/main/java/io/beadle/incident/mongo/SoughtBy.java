package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
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
 * out whatever the reader may not know of. One without it is found by nobody, until
 * {@link SeekFilling} has filled it in.
 */
final class SoughtBy {
    private SoughtBy() {}

    static Document document(Incident incident) {
        CaseFile file = new CaseFile(incident);
        Document seek = new Document("open", incident.isOpen())
                .append("restricted", file.isRestricted())
                .append("excluded", List.copyOf(file.excluded()))
                .append("told", told(incident, file));
        Fields.appendKnown(seek, "owner", file.owner().map(Answer::value).orElse(null), owner -> owner);
        Fields.appendKnown(seek, "due", incident.nextDue(), Fields::date);
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
                new Index("seek.due", Direction.ASC).sparse(),
                new Index("seek.owner", Direction.ASC).sparse());
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
