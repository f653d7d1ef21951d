package io.beadle.knowledge.index;

import java.util.LinkedHashMap;
import java.util.Map;

/** So many, of which those go that nobody has asked for the longest. One thread at a time. */
public final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    public LeastRecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
