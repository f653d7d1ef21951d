package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection whose stored documents nobody changes: readers and updates alike work on copies. */
final class IsolatedCollection extends H2Collection {
    IsolatedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /**
     * Every query ends here, those by which updates find what they change included. What matched is copied as it is taken: whoever
     * reads all incidents has them in memory once, not twice.
     */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(new Copies(matched), batchSize);
    }

    private static final class Copies extends AbstractList<Document> implements RandomAccess {
        private final List<Document> stored;

        private Copies(List<Document> stored) {
            this.stored = stored;
        }

        @Override
        public Document get(int index) {
            return stored.get(index).cloneDeeply();
        }

        @Override
        public int size() {
            return stored.size();
        }
    }

    /**
     * Looks at what an index leaves of the documents. The base class knows none but unique ones, and none of these where the filter
     * names other fields too.
     */
    @Override
    protected synchronized QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        fillIndexes();
        Optional<? extends Collection<Object>> positions = positions(query);
        if (positions.isEmpty() && limit > 0 && orderBy != null && !orderBy.isEmpty()) {
            positions = first(query, orderBy, skip + limit);
        }
        return positions.isPresent()
                ? matchDocuments(query, positions.get(), orderBy, skip, limit, batchSize, projection)
                : matchDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    /** All in one pass. */
    private void fillIndexes() {
        List<SecondaryIndex> empty =
                secondaryIndexes().filter(index -> !index.isFilled()).toList();
        if (!empty.isEmpty()) {
            empty.forEach(SecondaryIndex::begin);
            streamAllDocumentsWithPosition().forEach(document -> empty.forEach(index -> index.add(document)));
        }
    }

    private Stream<SecondaryIndex> secondaryIndexes() {
        return getIndexes().stream().filter(SecondaryIndex.class::isInstance).map(SecondaryIndex.class::cast);
    }

    /** Where all are that may match, by the condition that leaves fewest; empty where none leaves less than half. */
    private Optional<Set<Object>> positions(Document query) {
        return conditions(query)
                .flatMap(condition -> positions(condition.getKey(), condition.getValue()).stream())
                .min(Comparator.comparingInt(Set::size))
                .filter(fewest -> fewest.size() <= count() / 2 + 1);
    }

    /**
     * Where so many are that come first in that order, with all that are no later than the last of them by its first field; empty
     * where no index has all documents in the order of that.
     */
    private Optional<List<Object>> first(Document query, Document orderBy, int many) {
        Map.Entry<String, Object> by = orderBy.entrySet().iterator().next();
        return secondaryIndexes()
                .filter(index -> index.hasAllInOrderOf(by.getKey()))
                .findFirst()
                .map(index -> {
                    List<Object> found = new ArrayList<>();
                    for (Set<Object> equal : index.inOrder(by.getValue() instanceof Number way && way.intValue() < 0)) {
                        if (found.size() >= many) {
                            break;
                        }
                        equal.stream()
                                .filter(position -> documentMatchesQuery(getDocument(position), query))
                                .forEach(found::add);
                    }
                    return found;
                });
    }

    /** What a document must match, one by one: the filter's own, and what {@code $and} joins in it. */
    private static Stream<Map.Entry<String, Object>> conditions(Document query) {
        return query.entrySet().stream()
                .flatMap(condition -> condition.getKey().equals("$and") && condition.getValue() instanceof List<?> parts
                        ? parts.stream().map(Document.class::cast).flatMap(IsolatedCollection::conditions)
                        : Stream.of(condition));
    }

    private Optional<Set<Object>> positions(String field, @Nullable Object condition) {
        if (field.equals("$or") && condition instanceof List<?> parts) {
            Set<Object> any = new LinkedHashSet<>();
            for (Object part : parts) {
                Optional<Set<Object>> some = positions((Document) part);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                any.addAll(some.get());
            }
            return Optional.of(any);
        }
        Document alone = new Document(field, condition);
        return getIndexes().stream()
                .filter(index -> index.canHandle(alone))
                .findFirst()
                .map(index -> {
                    Set<Object> found = new LinkedHashSet<>();
                    index.getPositions(alone).forEach(found::add);
                    return found;
                });
    }
}
