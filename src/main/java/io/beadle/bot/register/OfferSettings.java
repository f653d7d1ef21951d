package io.beadle.bot.register;

import io.beadle.teams.Uploads;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are given to people.
 *
 * @param hosts the domains to which they are put, each with all below it; by default where Microsoft 365 keeps people's own
 *     files (Teams docs, "bots-filesv4": OneDrive for Business)
 * @param mostTime for putting one there
 */
@ConfigurationProperties("beadle.offers")
record OfferSettings(
        @DefaultValue("sharepoint.com") List<String> hosts,
        @DefaultValue("60s") Duration mostTime) {
    OfferSettings {
        hosts.stream()
                .filter(host -> !host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
                .findFirst()
                .ifPresent(host -> {
                    throw new IllegalArgumentException(
                            "beadle.offers.hosts are domains such as sharepoint.com, without * or https://: one is "
                                    + host);
                });
        if (mostTime.compareTo(Duration.ofMillis(100)) < 0 || mostTime.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("beadle.offers.most-time must be from 100ms to 5m: it is " + mostTime);
        }
        hosts = List.copyOf(hosts);
    }

    Uploads.Limits limits() {
        return new Uploads.Limits(hosts, mostTime);
    }
}
