package io.beadle.teams;

import java.time.Duration;
import java.util.List;

/** Fetching what people sent, from the hosts that Teams uses and from no other. */
public interface Downloads {
    /**
     * The content of a file. Blocks its (virtual) thread. No redirect is followed, and no attempt made again.
     *
     * @param from where the file was sent: a picture in a message is only fetched from the service that runs that chat, and
     *     the bot's token is sent to no other
     * @throws DownloadException if it cannot be had, or must not be fetched
     */
    byte[] fetch(SentFile file, Address from, Limits limits);

    /**
     * What a fetch may do.
     *
     * @param hosts the domains, all below them included, that uploaded files are fetched from; in local mode nothing but
     *     loopback is
     * @param mostBytes no more is read
     * @param within how long it may take as a whole
     */
    record Limits(List<String> hosts, long mostBytes, Duration within) {
        public Limits {
            hosts = List.copyOf(hosts);
        }
    }
}
