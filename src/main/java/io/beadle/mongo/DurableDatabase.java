package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
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
        String map = getDatabaseName() + "." + name;
        return new IsolatedCollection(
                this, name, options, store.openMap("databases." + map), store.openMap("meta." + map), cursorRegistry);
    }
}
