package io.beadle.reader;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where the reader is found and who may open it.
 *
 * @param publicUrl where people's browsers reach Beadle, without a slash at its end; null: no links
 * @param dataDir where the key of the links is kept
 * @param teams what tells whether Beadle runs for others than whoever sits at this machine
 */
@ConfigurationProperties("beadle")
record ReaderSettings(
        @Nullable String publicUrl,
        @DefaultValue("data") Path dataDir,
        @DefaultValue Policies policies,
        @DefaultValue Teams teams) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    ReaderSettings {
        publicUrl = checked(publicUrl, teams);
    }

    /** @param appId of the bot's registration; without one Beadle is in local mode, and is reached from this machine alone */
    record Teams(@Nullable String appId) {
        boolean isLocal() {
            return appId == null || appId.isBlank();
        }
    }

    /**
     * What of it concerns the policies.
     *
     * @param open whether everybody who reaches Beadle may read what the register does not restrict
     * @param linkLifetime how long a link opens its document at least; an hour longer at most
     * @param key what signs links, for instances that share it; null for one made at the first start
     */
    record Policies(
            @Name("public") boolean open,
            @DefaultValue("12h") Duration linkLifetime,
            @Nullable String key) {
        private static final int SHORTEST_KEY = 32;
        private static final Duration LONGEST = Duration.ofDays(366);

        Policies {
            key = key == null || key.isBlank() ? null : key;
            if (key != null && key.getBytes(StandardCharsets.UTF_8).length < SHORTEST_KEY) {
                throw new IllegalArgumentException("beadle.policies.key is too short to be a secret: it needs at least "
                        + SHORTEST_KEY + " characters, such as those of: openssl rand -base64 32");
            }
            if (!linkLifetime.isPositive() || linkLifetime.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "beadle.policies.link-lifetime must be more than nothing and at most " + LONGEST.toDays()
                                + " days, such as 12h: it is " + linkLifetime);
            }
        }

        /** The key stays out of logs and of the failure report of a start. */
        @Override
        public String toString() {
            return "Policies[open=" + open + ", linkLifetime=" + linkLifetime + "]";
        }
    }

    /** The path of the reader's pages as a browser sees it: behind a proxy it may not begin at the root. */
    String path() {
        return (publicUrl == null ? "" : URI.create(publicUrl).getRawPath()) + "/policies";
    }

    /** The address without a slash at its end; null for none. */
    static @Nullable String checked(@Nullable String publicUrl, Teams teams) {
        String url = publicUrl == null ? "" : publicUrl.strip();
        if (url.isEmpty()) {
            return null;
        }
        if (!isAddress(url, teams.isLocal())) {
            throw new IllegalArgumentException("beadle.public-url must be an https address without a query, such as"
                    + " https://beadle.example.gov.uk (http only for this machine, without beadle.teams.app-id): it is "
                    + url.replaceAll("//[^/@]*@", "//…@").replaceAll("\\p{Cntrl}", "\uFFFD"));
        }
        return url.replaceFirst("/+$", "");
    }

    private static boolean isAddress(String written, boolean local) {
        try {
            URI url = new URI(written);
            String host = url.getHost();
            boolean safe = "https".equals(url.getScheme())
                    || (local && "http".equals(url.getScheme()) && host != null && THIS_MACHINE.contains(host));
            return safe
                    && host != null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
