package io.beadle.knowledge.index;

import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import java.time.Instant;
import java.util.List;

/**
 * A document as it is in an index, but for its passages.
 *
 * @param digest of the file it was read from, as in {@link io.beadle.knowledge.document.FileSources#digest}
 * @param since when this version of it was first read
 */
record IndexedDocument(Policy policy, List<ListedReview> listed, String digest, Instant since) {
    String file() {
        return policy.document();
    }
}
