package io.beadle.mongo;

import io.beadle.privacy.Cipher;
import io.beadle.privacy.UndecipherableException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one collection's documents: what is shown of them, and in the field {@code sealed} all the rest, encrypted and
 * bound to the collection and id. {@code sealedWith} names the keys.
 */
final class SealedDocuments {
    static final String SEALED = "sealed";
    static final String SEALED_WITH = "sealedWith";
    private static final String ID = "_id";

    private final String collection;
    private final Shown shown;
    private final Cipher cipher;
    private final DocumentCodec codec = new DocumentCodec();

    SealedDocuments(String collection, Cipher cipher) {
        this.collection = collection;
        this.shown = Shown.of(collection);
        this.cipher = cipher;
    }

    /** Gives the document an id where it has none, as the driver does. */
    Document sealed(Document document) {
        Object id = document.computeIfAbsent(ID, none -> new ObjectId());
        Document stored = new Document(ID, shown.isKeyed(ID) ? keyed(ID, id.toString()) : id);
        Document secret = new Document();
        document.forEach((name, value) -> {
            if (shown.isOpen(name)) {
                stored.append(name, value);
            } else if (!name.equals(ID) || shown.isKeyed(ID)) {
                secret.append(name, value);
                Object visible = name.equals(ID) ? null : visible(name, value);
                if (visible != null) {
                    stored.append(name, visible);
                }
            }
        });
        return secret.isEmpty()
                ? stored
                : stored.append(SEALED_WITH, cipher.generation())
                        .append(SEALED, new Binary(cipher.encrypt(bytes(secret), context(stored))));
    }

    /** A document from before there was encryption, or a part of one, is returned as it is. */
    Document opened(Document stored) {
        if (!(stored.get(SEALED) instanceof Binary sealed)) {
            return stored;
        }
        Document document = new Document();
        stored.forEach((name, value) -> {
            if (name.equals(ID) || shown.isOpen(name)) {
                document.append(name, value);
            }
        });
        try {
            document.putAll(document(cipher.decrypt(sealed.getData(), context(stored))));
        } catch (UndecipherableException e) {
            throw new UndecipherableException(
                    e.getMessage() + ": a document of " + collection + ". Is beadle.privacy.key-file the right one?");
        }
        return document;
    }

    String keyed(String path, String value) {
        return cipher.keyed(value, collection + '.' + path);
    }

    Shown shown() {
        return shown;
    }

    private @Nullable Object visible(String path, @Nullable Object value) {
        if (value == null || shown.isOpen(path)) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<?> all = list.stream()
                    .map(one -> visible(path, one))
                    .filter(Objects::nonNull)
                    .toList();
            return shown.isKeyed(path) || shown.isAbove(path) ? all : null;
        }
        if (shown.isKeyed(path)) {
            return keyed(path, value.toString());
        }
        if (value instanceof Document fields && shown.isAbove(path)) {
            Document part = new Document();
            fields.forEach((name, field) -> {
                Object visible = visible(path + '.' + name, field);
                if (visible != null) {
                    part.append(name, visible);
                }
            });
            return part;
        }
        return null;
    }

    private String context(Document stored) {
        return collection + '/' + stored.get(ID);
    }

    private byte[] bytes(Document secret) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, secret, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private Document document(byte[] secret) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(secret))) {
            return codec.decode(reader, DecoderContext.builder().build());
        }
    }
}
