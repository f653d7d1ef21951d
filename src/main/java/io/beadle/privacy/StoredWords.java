package io.beadle.privacy;

import java.util.Map;
import java.util.function.Consumer;

/** All that is stored, as it can be read: maps, lists, texts and times, one in another. */
public interface StoredWords {
    /** A document of the store. */
    record Stored(String collection, String id, Map<String, Object> content) {
        @Override
        public String toString() {
            return "Stored[" + collection + "]";
        }
    }

    /** Each of them, without the pieces of files, and without the answers kept some hours for redelivery. */
    void each(Consumer<Stored> reader);
}
