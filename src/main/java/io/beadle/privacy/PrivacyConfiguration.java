package io.beadle.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyConfiguration.PrivacySettings.class)
class PrivacyConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PrivacyConfiguration.class);

    /**
     * Where the keys for personal data are.
     *
     * @param dataDir where they are made in local mode
     * @param teams the bot's registration, without which Beadle is in local mode
     */
    @ConfigurationProperties("beadle")
    record PrivacySettings(
            @DefaultValue("data") Path dataDir,
            @DefaultValue Privacy privacy,
            @DefaultValue Teams teams) {
        /**
         * @param keyFile a file that "beadle keys make" wrote
         * @param keys what is in such a file, for an environment variable
         */
        record Privacy(
                @Nullable Path keyFile, @DefaultValue("") String keys) {
            /** Nothing of the keys. */
            @Override
            public String toString() {
                return "Privacy[" + keyFile + "]";
            }
        }

        /** @param appId empty in local mode */
        record Teams(@DefaultValue("") String appId) {}
    }

    @Bean
    Cipher cipher(PrivacySettings settings) {
        return new TinkCipher(keys(settings));
    }

    @Bean
    ContentCipher contentCipher() {
        return new TinkContentCipher();
    }

    private static Keys keys(PrivacySettings settings) {
        Path keyFile = settings.privacy().keyFile();
        if (!settings.privacy().keys().isBlank()) {
            return Keys.parsed(settings.privacy().keys());
        }
        if (keyFile != null) {
            return new KeyFile(keyFile).read();
        }
        if (!settings.teams().appId().isBlank()) {
            throw new KeyFileException(
                    "There are no keys for personal data. Make a file with them by \"beadle keys make FILE\", keep a"
                            + " copy where the database's backups are not, and set beadle.privacy.key-file to it (the same for all"
                            + " instances), or the environment variable BEADLE_PRIVACY_KEYS to what is in it.");
        }
        Path made = settings.dataDir().resolve("keys.json");
        if (Files.notExists(made)) {
            new KeyFile(made).make();
            log.info("keys for personal data made file={}", made);
        }
        return new KeyFile(made).read();
    }
}
