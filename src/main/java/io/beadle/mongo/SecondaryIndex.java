package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, by the first of its fields, in memory: filled at the first query after the start. It gives the
 * positions of all that may match, and of some that do not: each document is compared with the whole query afterwards. What it is
 * asked under is the lock of its collection.
 */
final class SecondaryIndex extends Index<Object> {
    private final String field;
    private final NavigableMap<Object, Set<Object>> byValue = new TreeMap<>(ValueComparator.ascWithoutListHandling());
    private final Set<Object> having = new LinkedHashSet<>();
    /** Where there is no one value to compare, be it none, null or an array; not kept for a sparse index, of which it is most. */
    private final Set<Object> lacking = new LinkedHashSet<>();

    private final boolean sparse;
    private boolean filled;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, true);
        this.field = keys.getFirst().getKey();
        this.sparse = sparse;
    }

    boolean isFilled() {
        return filled;
    }

    void begin() {
        filled = true;
    }

    void add(DocumentWithPosition<Object> document) {
        add(document.getDocument(), document.getPosition());
    }

    private void add(Document document, Object position) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        if (!filled) {
            return;
        }
        if (!sparse && !isComparable(value)) {
            lacking.add(position);
        }
        if (value instanceof Missing) {
            return;
        }
        having.add(position);
        values(value)
                .forEach(one -> byValue.computeIfAbsent(one, none -> new LinkedHashSet<>())
                        .add(position));
    }

    private void remove(Document document, Object position) {
        having.remove(position);
        lacking.remove(position);
        values(Utils.getSubdocumentValueCollectionAware(document, field))
                .forEach(one -> byValue.computeIfPresent(one, (value, positions) -> {
                    positions.remove(position);
                    return positions.isEmpty() ? null : positions;
                }));
    }

    /** Of an array each of its values. */
    private static Stream<?> values(@Nullable Object value) {
        return (value instanceof Collection<?> all ? all.stream() : Stream.ofNullable(value))
                .filter(SecondaryIndex::isComparable);
    }

    private static boolean isComparable(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId;
    }

    @Override
    public boolean canHandle(Document query) {
        if (!query.keySet().equals(Set.of(field))) {
            return false;
        }
        Object wanted = query.get(field);
        return isSought(wanted)
                || (wanted instanceof Document operators
                        && operators.keySet().stream()
                                .anyMatch(operator -> isHandled(operator, operators.get(operator))));
    }

    private boolean isSought(@Nullable Object value) {
        return isComparable(value) || (value == null && !sparse);
    }

    private boolean isHandled(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> isSought(operand);
            case "$lt", "$lte", "$gt", "$gte" -> isComparable(operand);
            case "$in" -> operand instanceof Collection<?> all && all.stream().allMatch(this::isSought);
            case "$exists" -> Boolean.TRUE.equals(operand) || (Boolean.FALSE.equals(operand) && !sparse);
            default -> false;
        };
    }

    @Override
    public Set<Object> getPositions(Document query) {
        Set<Object> found = new LinkedHashSet<>();
        Consumer<Set<Object>> add = found::addAll;
        if (query.get(field) instanceof Document operators) {
            String operator = operators.keySet().stream()
                    .filter(name -> isHandled(name, operators.get(name)))
                    .findFirst()
                    .orElseThrow();
            Object operand = operators.get(operator);
            // one bound alone: of an array different values may be within each
            switch (operator) {
                case "$lt", "$lte" ->
                    byValue.headMap(known(operand), true).values().forEach(add);
                case "$gt", "$gte" ->
                    byValue.tailMap(known(operand), true).values().forEach(add);
                case "$in" -> ((Collection<?>) known(operand)).forEach(one -> add.accept(with(one)));
                case "$exists" -> add.accept(Boolean.TRUE.equals(operand) ? having : lacking);
                default -> add.accept(with(operand));
            }
        } else {
            add.accept(with(query.get(field)));
        }
        return found;
    }

    /** Whether each document has one value of that field that is compared. */
    boolean hasAllInOrderOf(String wanted) {
        return field.equals(wanted) && !sparse && lacking.isEmpty();
    }

    /** The positions by value, of each value together. */
    Collection<Set<Object>> inOrder(boolean descending) {
        return (descending ? byValue.descendingMap() : byValue).values();
    }

    private Set<Object> with(@Nullable Object value) {
        return value == null ? lacking : byValue.getOrDefault(value, Set.of());
    }

    /** As {@link #isHandled} has seen. */
    private static Object known(@Nullable Object operand) {
        return Objects.requireNonNull(operand);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        add(document, position);
    }

    /** Null, as the position is for the unique indexes to know. */
    @Override
    public @Nullable Object remove(Document document) {
        remove(document, Objects.requireNonNull(document.get("_id")));
        return null;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        remove(oldDocument, position);
        add(newDocument, position);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {}

    @Override
    public long getCount() {
        return having.size();
    }

    /** Never for the base class, which would fill each index by itself, in two passes. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
