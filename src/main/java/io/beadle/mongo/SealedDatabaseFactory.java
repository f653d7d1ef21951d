package io.beadle.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import io.beadle.privacy.Cipher;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gives every store the database encrypted. */
final class SealedDatabaseFactory implements MongoDatabaseFactory {
    private final MongoDatabaseFactory plain;
    private final SealedCollections sealed;

    SealedDatabaseFactory(MongoDatabaseFactory plain, Cipher cipher) {
        this.plain = plain;
        this.sealed = new SealedCollections(cipher);
    }

    @Override
    public MongoDatabase getMongoDatabase() {
        return sealed.over(plain.getMongoDatabase());
    }

    @Override
    public MongoDatabase getMongoDatabase(String name) {
        return sealed.over(plain.getMongoDatabase(name));
    }

    @Override
    public PersistenceExceptionTranslator getExceptionTranslator() {
        return plain.getExceptionTranslator();
    }

    /** Refused: nobody needs one, and what is done in it would pass by. */
    @Override
    public ClientSession getSession(ClientSessionOptions options) {
        throw new UnsupportedOperationException("Documents that are encrypted are not used in sessions");
    }

    @Override
    public MongoDatabaseFactory withSession(ClientSession session) {
        throw new UnsupportedOperationException("Documents that are encrypted are not used in sessions");
    }
}
