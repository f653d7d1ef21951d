package io.beadle.mongo;

import com.mongodb.client.MongoClient;
import io.beadle.privacy.Cipher;
import io.beadle.sweep.Sweep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What stores get to see of the database that Spring Boot connects to. */
@Configuration(proxyBeanMethods = false)
class SealedMongoConfiguration {
    @Bean
    static BeanPostProcessor sealing(ObjectProvider<Cipher> ciphers) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof MongoDatabaseFactory plain)) {
                    return bean;
                }
                Cipher cipher = ciphers.getObject();
                new KeyCheck(plain.getMongoDatabase(), cipher).check();
                return new SealedDatabaseFactory(plain, cipher);
            }
        };
    }

    @Bean
    Sweep resealing(MongoClient client, MongoConnectionDetails connection, Cipher cipher) {
        String database = connection.getConnectionString().getDatabase();
        return new Resealing(client.getDatabase(database == null ? "test" : database), cipher);
    }
}
