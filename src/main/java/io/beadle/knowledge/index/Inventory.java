package io.beadle.knowledge.index;

import io.beadle.knowledge.document.FileSources;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What there is to be indexed now.
 *
 * @param entries by file name
 * @param skipped a line for each file that is left out unread
 */
record Inventory(List<Entry> entries, List<String> skipped) {
    /** Which reading and which model an index is of: what two indexes must share for one to be made from the other. */
    static final String KIND = IndexBuilder.FORMAT + " " + PolicyDocument.EDITION + " " + Embedder.MODEL;

    /**
     * A file and what is in it.
     *
     * @param digest as in {@link FileSources#digest}
     */
    record Entry(SourceFile file, String digest) {
        /** A file that cannot be opened now has no digest, and so is like none. */
        boolean isSameAs(IndexedDocument document) {
            return !digest.isEmpty() && digest.equals(document.digest());
        }
    }

    /** Two inventories with the same fingerprint make the same index. */
    String fingerprint() {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            all.update(KIND.getBytes(StandardCharsets.UTF_8));
            for (Entry entry : entries) {
                all.update(("\0" + entry.file().name() + "\0" + entry.digest()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(all.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
