package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection whose stored documents nobody changes: readers and updates alike work on copies. */
final class IsolatedCollection extends H2Collection {
    private static final String ID = "_id";

    IsolatedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /** Every query ends here, those by which updates find what they change included; only what matched is copied. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(
                matched.stream().map(Document::cloneDeeply).toList(), batchSize);
    }

    /** Looks {@code _id} up by its index when the filter names other fields too; the base class would scan. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Optional<Document> byId = conjunction(query)
                .filter(part -> part.containsKey(ID))
                .map(part -> new Document(ID, part.get(ID)))
                .findFirst();
        if (byId.isPresent()) {
            for (Index<Object> index : getIndexes()) {
                if (index.canHandle(byId.get())) {
                    return matchDocuments(
                            query, index.getPositions(byId.get()), orderBy, skip, limit, batchSize, projection);
                }
            }
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    /** What a document must match: the filter itself, and what the driver's {@code Filters.and} wraps. */
    private static Stream<Document> conjunction(Document query) {
        return query.get("$and") instanceof List<?> parts
                ? Stream.concat(Stream.of(query), parts.stream().map(Document.class::cast))
                : Stream.of(query);
    }
}
