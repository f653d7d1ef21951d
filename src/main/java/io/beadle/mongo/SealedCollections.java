package io.beadle.mongo;

import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoNamespace;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.beadle.privacy.Cipher;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A database whose collections encrypt what they are given and decrypt what they give: no store can forget to. The driver's
 * interfaces are wrapped by proxies; what stores do not use is refused, because it would pass by unencrypted. The pieces of
 * GridFS pass: whoever writes them encrypts them, each by a key of its own.
 */
final class SealedCollections {
    private static final Set<String> OTHERWISE_ENCRYPTED = Set.of(".files", ".chunks");

    private final Cipher cipher;

    /** Spring Data asks for a collection each time it uses one. */
    private final ConcurrentMap<MongoNamespace, Object> known = new ConcurrentHashMap<>();

    SealedCollections(Cipher cipher) {
        this.cipher = cipher;
    }

    MongoDatabase over(MongoDatabase database) {
        return proxy(MongoDatabase.class, (self, method, args) -> {
            Object result = call(database, method, args);
            return switch (method.getName()) {
                case "getCollection" -> collection(String.valueOf(args[0]), result);
                case "withCodecRegistry", "withReadPreference", "withWriteConcern", "withReadConcern", "withTimeout" ->
                    over((MongoDatabase) result);
                default -> result;
            };
        });
    }

    private Object collection(String name, Object collection) {
        if (OTHERWISE_ENCRYPTED.stream().anyMatch(name::endsWith)) {
            return collection;
        }
        MongoCollection<?> plain = (MongoCollection<?>) collection;
        if (plain.getDocumentClass() != Document.class) {
            throw new UnsupportedOperationException("Of " + name + " only Documents are encrypted");
        }
        return known.computeIfAbsent(plain.getNamespace(), namespace -> sealed(name, plain));
    }

    private Object sealed(String name, MongoCollection<?> plain) {
        SealedDocuments documents = new SealedDocuments(name, cipher);
        return over(
                plain.withDocumentClass(Document.class)
                        .withCodecRegistry(
                                fromRegistries(fromCodecs(new OpeningCodec(documents)), plain.getCodecRegistry())),
                documents);
    }

    private static Object over(MongoCollection<Document> collection, SealedDocuments documents) {
        SealedFilter filter = new SealedFilter(documents);
        return proxy(MongoCollection.class, (self, method, args) -> {
            Object result = call(collection, method, sealed(method.getName(), args, documents, filter));
            if (result instanceof FindIterable<?> found) {
                return over(found, filter);
            }
            return method.getName().startsWith("with") ? over(changed(result), documents) : result;
        });
    }

    @SuppressWarnings("unchecked") // a collection with another concern is of the same documents
    private static MongoCollection<Document> changed(Object collection) {
        return (MongoCollection<Document>) collection;
    }

    private static Object @Nullable [] sealed(
            String method, Object @Nullable [] args, SealedDocuments documents, SealedFilter filter) {
        if (args == null) {
            return args;
        }
        Object[] changed = args.clone();
        switch (method) {
            case "insertOne" -> changed[0] = documents.sealed((Document) args[0]);
            case "insertMany" ->
                changed[0] = ((List<?>) args[0])
                        .stream().map(one -> documents.sealed((Document) one)).toList();
            case "find", "countDocuments", "deleteOne", "deleteMany" -> {
                if (args[0] instanceof Bson wanted) {
                    changed[0] = filter.filter(wanted);
                }
            }
            case "distinct" -> {
                filter.sort(new Document(String.valueOf(args[0]), 1));
                if (args[1] instanceof Bson wanted) {
                    changed[1] = filter.filter(wanted);
                }
            }
            case "replaceOne", "findOneAndReplace" -> {
                changed[0] = filter.filter((Bson) args[0]);
                changed[1] = documents.sealed((Document) args[1]);
            }
            case "updateOne", "updateMany", "findOneAndUpdate" -> {
                changed[0] = filter.filter((Bson) args[0]);
                changed[1] = filter.update((Bson) args[1]);
            }
            case "createIndex",
                    "createIndexes",
                    "withReadPreference",
                    "withWriteConcern",
                    "withReadConcern",
                    "withTimeout" -> {}
            default ->
                throw new UnsupportedOperationException("Documents that are encrypted cannot be used by " + method);
        }
        return changed;
    }

    private static Object over(FindIterable<?> found, SealedFilter filter) {
        return proxy(FindIterable.class, (self, method, args) -> {
            if (method.getName().equals("sort") && args != null && args[0] instanceof Bson wanted) {
                filter.sort(wanted);
            }
            Object result = call(found, method, args);
            return result instanceof FindIterable<?> same ? over(same, filter) : result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
