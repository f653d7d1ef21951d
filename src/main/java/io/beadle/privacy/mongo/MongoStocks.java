package io.beadle.privacy.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.content.Kept;
import io.beadle.privacy.Stocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Counts in the collections of all modules, each by what its own store deletes by. */
@Repository
class MongoStocks implements Stocks {
    private final MongoOperations mongo;

    MongoStocks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Where it is, which of it, and the field by which its time runs. */
    private record Place(String collection, Criteria which, String since) {}

    private static Place place(Kept kind) {
        return switch (kind) {
            case DRAFTS -> new Place("drafts", new Criteria(), "touched");
            case ASKERS ->
                new Place(
                        "askedQuestions",
                        where("asker").exists(true).and("open").is(false),
                        "settled");
            case ENQUIRIES -> new Place("askedQuestions", where("open").is(true), "enquiry.at");
            case QUESTIONS -> new Place("askedQuestions", new Criteria(), "at");
            case ANSWERS -> new Place("curatedAnswers", where("retired").is(true), "reviewDue");
            case FILES -> new Place("waiting-files", where("due").exists(false), "sent");
            case NOTICES -> new Place("notices", where("due").exists(false), "changed");
            case UNTOLD -> new Place("notices", where("errand.member").exists(true), "changed");
            case PROPOSALS -> new Place("proposals", where("state").nin("OPEN", "AGREED"), "since");
            case DESKS -> new Place("desks", where("replacedAt").exists(true), "replacedAt");
            case REFERENCES -> new Place("conversations", where("leftOn").exists(true), "leftOn");
            case AUDIT -> new Place("audit", new Criteria(), "_id");
        };
    }

    @Override
    public List<Stock> all() {
        return Arrays.stream(Kept.values()).map(this::stock).toList();
    }

    private Stock stock(Kept kind) {
        Place place = place(kind);
        long count = mongo.count(query(place.which()), place.collection());
        Document first = mongo.findOne(
                query(place.which()).with(Sort.by(Direction.ASC, place.since())).limit(1),
                Document.class,
                place.collection());
        return new Stock(kind, count, first == null ? null : since(first, kind == Kept.AUDIT ? "at" : place.since()));
    }

    private static @Nullable Instant since(Document document, String field) {
        Object value = document.getEmbedded(List.of(field.split("[.]")), Object.class);
        if (value instanceof String day) {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return value instanceof Date time ? time.toInstant() : null;
    }
}
