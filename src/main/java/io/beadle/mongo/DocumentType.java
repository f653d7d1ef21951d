package io.beadle.mongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/** Stored documents as BSON, in place of Java's serialization: see RATIONALE.md for what that saves. What an earlier version serialized is read. */
final class DocumentType extends BasicDataType<Document> {
    /** What is none of the tags that {@link ObjectDataType} begins a value with. */
    private static final byte BSON = -1;

    /** What {@code H2Database} begins the names of these maps with. */
    private static final String MAPS = "databases.";

    private static final int OBJECT_BYTES = 40;
    private static final ObjectDataType BEFORE = new ObjectDataType();

    /** The documents of a collection, by their {@code _id}. */
    static MVMap<Object, Document> open(MVStore store, String collection) {
        return store.openMap(MAPS + collection, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    }

    /** How many there are, in a store that nothing may be added to. */
    static long count(MVStore store, String collection) {
        return store.hasMap(MAPS + collection) ? open(store, collection).sizeAsLong() : 0;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        buffer.put(BSON).put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        buffer.mark();
        if (buffer.get() != BSON) {
            buffer.reset();
            return (Document) BEFORE.read(buffer);
        }
        ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bytes);
        buffer.position(buffer.position() + bytes.readerIndex());
        return document;
    }

    /** About, by which pages are split and the cache is kept to its size. */
    @Override
    public int getMemory(Document document) {
        return bytes(document);
    }

    private static int bytes(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return OBJECT_BYTES
                + switch (value) {
                    case String text -> text.length();
                    case BinData data -> data.getData().length;
                    case Map<?, ?> map ->
                        map.entrySet().stream()
                                .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                                .sum();
                    case Collection<?> values ->
                        values.stream().mapToInt(DocumentType::bytes).sum();
                    default -> 0;
                };
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
