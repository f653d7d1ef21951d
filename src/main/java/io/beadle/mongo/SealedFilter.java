package io.beadle.mongo;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a store looks for, changes or puts in order by, in terms of what is shown. What is encrypted is refused, not found empty. */
final class SealedFilter {
    private static final List<String> JOINS = List.of("$and", "$or", "$nor");
    private static final String EXISTS = "$exists";

    private final SealedDocuments documents;

    SealedFilter(SealedDocuments documents) {
        this.documents = documents;
    }

    Bson filter(Bson wanted) {
        return filter(bson(wanted), "");
    }

    private BsonDocument filter(BsonDocument wanted, String above) {
        BsonDocument filter = new BsonDocument();
        wanted.forEach((name, value) -> {
            if (JOINS.contains(name)) {
                filter.append(name, each(value, part -> filter(part.asDocument(), above)));
            } else {
                filter.append(name, condition(above + name, value));
            }
        });
        return filter;
    }

    private BsonValue condition(String path, BsonValue value) {
        Shown shown = documents.shown();
        if (shown.isKeyed(path)) {
            return hashed(path, value);
        }
        if (path.equals("_id") || shown.isOpen(path)) {
            return value;
        }
        if (shown.isAbove(path) && value.isDocument()) {
            BsonDocument operators = value.asDocument();
            if (operators.containsKey("$elemMatch")) {
                return new BsonDocument("$elemMatch", filter(operators.getDocument("$elemMatch"), path + '.'));
            }
            if (operators.keySet().equals(Set.of(EXISTS))) {
                return value;
            }
        }
        throw refused(path, "looked for by");
    }

    private BsonValue hashed(String path, BsonValue value) {
        if (value.isString()) {
            return hash(path, value);
        }
        if (!value.isDocument()) {
            throw refused(path, "looked for by anything but equality in");
        }
        BsonDocument conditions = new BsonDocument();
        value.asDocument().forEach((operator, operand) -> {
            switch (operator) {
                case EXISTS -> conditions.append(operator, operand);
                case "$eq", "$ne" -> conditions.append(operator, hash(path, operand));
                case "$in", "$nin" -> conditions.append(operator, each(operand, one -> hash(path, one)));
                // in the order of the hashes, for whoever goes through all of them from the empty text on
                case "$gt" ->
                    conditions.append(
                            operator, operand.asString().getValue().isEmpty() ? operand : hash(path, operand));
                default -> throw refused(path, "looked for by " + operator + " in");
            }
        });
        return conditions;
    }

    private BsonString hash(String path, BsonValue value) {
        return new BsonString(documents.keyed(path, value.asString().getValue()));
    }

    /** What changes a part of a document can change what is shown only; it is not in what is encrypted. */
    Bson update(Bson wanted) {
        BsonDocument update = bson(wanted);
        update.forEach((operator, fields) -> fields.asDocument().keySet().stream()
                .filter(path -> !documents.shown().isOpen(path) || path.contains("."))
                .findFirst()
                .ifPresent(path -> {
                    throw refused(path, "changed alone, by " + operator + " of");
                }));
        return update;
    }

    Bson sort(Bson wanted) {
        BsonDocument sort = bson(wanted);
        sort.keySet().stream()
                .filter(path -> !path.equals("_id") && !documents.shown().isOpen(path))
                .findFirst()
                .ifPresent(path -> {
                    throw refused(path, "put in order by");
                });
        return sort;
    }

    private static BsonArray each(BsonValue array, UnaryOperator<BsonValue> change) {
        return new BsonArray(array.asArray().stream().map(change).toList());
    }

    private static BsonDocument bson(Bson bson) {
        return bson.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());
    }

    private IllegalArgumentException refused(String path, String what) {
        return new IllegalArgumentException("Documents cannot be " + what + " " + path
                + ", which is encrypted: name it among what its collection shows, in io.beadle.mongo.Shown");
    }
}
