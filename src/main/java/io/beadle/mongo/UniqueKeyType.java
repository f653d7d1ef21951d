package io.beadle.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * The keys of unique indexes, in the order of their values. Without a type of their own H2 serializes both keys of each comparison, and
 * orders them by the bytes of that.
 */
final class UniqueKeyType extends BasicDataType<KeyValue> {
    private static final String VALUES = "k";
    private static final String INDEX = "._index_";

    /** Of a store whose unique keys are in this order; without one they are in the order of bytes. */
    private static final int STORE_VERSION = 1;

    private static final DocumentType DOCUMENTS = new DocumentType();

    /** Opens the index of this map with its keys in order: whoever opens the map later gets this one. */
    static void open(MVStore store, String index) {
        store.openMap(index, new MVMap.Builder<KeyValue, Object>().keyType(new UniqueKeyType()));
    }

    /** Where a collection has the map of an index, as {@code H2Database} names it. */
    static String map(String collection, String index) {
        return collection + INDEX + index;
    }

    /** Puts the keys of a store of an earlier version into order. */
    static void order(MVStore store) {
        if (store.getStoreVersion() < STORE_VERSION) {
            for (String name : List.copyOf(store.getMapNames())) {
                if (name.contains(INDEX)) {
                    order(store, name);
                }
            }
            store.setStoreVersion(STORE_VERSION);
            store.commit();
        }
    }

    private static void order(MVStore store, String name) {
        MVMap<KeyValue, Object> bytewise = store.openMap(name);
        var entries = new ArrayList<>(bytewise.entrySet());
        store.removeMap(bytewise);
        open(store, name);
        MVMap<KeyValue, Object> ordered = store.openMap(name);
        entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    }

    @Override
    public int compare(KeyValue one, KeyValue other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = ValueComparator.ascWithoutListHandling().compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        DOCUMENTS.write(buffer, document(key));
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        return new KeyValue((Collection<?>) DOCUMENTS.read(buffer).get(VALUES));
    }

    @Override
    public int getMemory(KeyValue key) {
        return DOCUMENTS.getMemory(document(key));
    }

    private static Document document(KeyValue key) {
        List<Object> values = new ArrayList<>();
        key.forEach(values::add);
        return new Document(VALUES, values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
