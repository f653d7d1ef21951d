package io.beadle.mongo;

import com.mongodb.ConnectionString;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The embedded store, when no MongoDB is configured. The client is made from it, so the client is closed first. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedMongoConfiguration.NoMongoConfigured.class)
class EmbeddedMongoConfiguration {
    @Bean
    EmbeddedMongo embeddedMongo(StoreSettings settings) {
        if (settings.refusesEmbedded()) {
            throw new EmbeddedMongoException(
                    "The embedded store is refused because beadle.teams.app-id is set: one process, one file, about"
                            + " 10,000 incidents are for trying out. Set spring.mongodb.uri, or beadle.store.accept-embedded=true to run on it all the same.");
        }
        return EmbeddedMongo.start(settings.dataDir().resolve("store.mv"), 0);
    }

    @Bean
    MongoConnectionDetails mongoConnectionDetails(EmbeddedMongo mongo) {
        return () -> new ConnectionString(mongo.connectionString("beadle"));
    }

    @Bean
    BackupEndpoint backupEndpoint(EmbeddedMongo mongo, StoreSettings settings) {
        return new BackupEndpoint(mongo, settings.dataDir());
    }

    static class NoMongoConfigured extends NoneNestedConditions {
        NoMongoConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.mongodb.uri")
        static class Uri {}

        @ConditionalOnProperty("spring.mongodb.host")
        static class Host {}
    }
}
