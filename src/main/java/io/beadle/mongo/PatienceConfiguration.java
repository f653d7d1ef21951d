package io.beadle.mongo;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How long a store waits for MongoDB: an invoke is given up by Teams after some ten seconds, and the driver's own thirty would leave
 * nobody to be told anything. What the connection string says comes later and counts.
 */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {
    /** As long as a replica set needs to choose another primary, and short enough to say afterwards that it did not. */
    private static final int SERVER_WITHIN_SECONDS = 7;

    private static final int CONNECT_WITHIN_SECONDS = 3;
    private static final int ANSWER_WITHIN_SECONDS = 20;

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer patience() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_WITHIN_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_WITHIN_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS));
    }
}
