package io.beadle.teams;

import java.time.Duration;
import java.util.List;

/** Putting a file where Teams said that it may be put, and nowhere else. */
public interface Uploads {
    /**
     * Puts the content there, whole. Blocks its (virtual) thread. No redirect is followed, and no attempt made again.
     *
     * @throws UploadException if it was not taken, or must not be put there
     */
    void put(FileConsent.Upload to, byte[] content, Limits limits);

    /**
     * What an upload may do.
     *
     * @param hosts the domains, all below them included, to which files are put; in local mode nothing but loopback is
     * @param within how long it may take as a whole
     */
    record Limits(List<String> hosts, Duration within) {
        public Limits {
            hosts = List.copyOf(hosts);
        }
    }
}
