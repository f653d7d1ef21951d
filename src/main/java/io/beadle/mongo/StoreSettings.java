package io.beadle.mongo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What decides on the embedded store.
 *
 * @param dataDir where its file is
 * @param teams the bot's registration, without which Beadle is in local mode
 */
@ConfigurationProperties("beadle")
record StoreSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue Store store,
        @DefaultValue Teams teams) {
    /** @param acceptEmbedded whether the embedded store may serve outside local mode too */
    record Store(boolean acceptEmbedded) {}

    /** @param appId empty in local mode */
    record Teams(@DefaultValue("") String appId) {}

    boolean refusesEmbedded() {
        return !teams.appId.isBlank() && !store.acceptEmbedded;
    }
}
