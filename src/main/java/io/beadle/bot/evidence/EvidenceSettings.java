package io.beadle.bot.evidence;

import io.beadle.incident.EvidenceType;
import io.beadle.teams.Downloads;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be kept as evidence.
 *
 * @param hosts the domains from which uploaded files are fetched, each with all below it; by default where Microsoft 365
 *     keeps what is sent to a bot (Teams docs, "bots-filesv4": the sender's OneDrive for Business)
 * @param mostSize of one file, 100 MB at most: two are held in memory at once
 * @param mostTime for fetching one
 * @param types none means all
 */
@ConfigurationProperties("beadle.evidence")
record EvidenceSettings(
        @DefaultValue("sharepoint.com") List<String> hosts,
        @DefaultValue("25MB") DataSize mostSize,
        @DefaultValue("60s") Duration mostTime,
        @DefaultValue Set<EvidenceType> types) {
    private static final DataSize LARGEST = DataSize.ofMegabytes(100);

    EvidenceSettings {
        hosts.stream()
                .filter(host -> !host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
                .findFirst()
                .ifPresent(host -> {
                    throw new IllegalArgumentException(
                            "beadle.evidence.hosts are domains such as sharepoint.com, without * or https://: one is "
                                    + host);
                });
        if (mostSize.toBytes() < 1 || mostSize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "beadle.evidence.most-size must be from 1B to " + LARGEST.toMegabytes() + "MB: it is " + mostSize);
        }
        if (mostTime.compareTo(Duration.ofSeconds(1)) < 0 || mostTime.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException("beadle.evidence.most-time must be from 1s to 2m: it is " + mostTime);
        }
        hosts = List.copyOf(hosts);
        types = types.isEmpty() ? Set.of(EvidenceType.values()) : Set.copyOf(types);
    }

    Downloads.Limits limits() {
        return new Downloads.Limits(hosts, mostSize.toBytes(), mostTime);
    }
}
