package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database of {@link IsolatedCollection}s, under the map names that {@link H2Database} gives and looks for. */
final class DurableDatabase extends H2Database {
    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // before super, which already opens the collections
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String map = getFullCollectionNamespace(name);
        return new IsolatedCollection(
                this, name, options, DocumentType.open(store, map), store.openMap("meta." + map), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        UniqueKeyType.open(store, UniqueKeyType.map(getFullCollectionNamespace(collection), index));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    /** The base class has none, and says so. */
    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(index, keys, sparse);
    }
}
