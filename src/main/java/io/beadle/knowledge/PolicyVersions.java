package io.beadle.knowledge;

import java.util.List;
import java.util.Optional;

/** The versions of the policies that Beadle has answered from. Who may read a document is for the caller to ask. */
public interface PolicyVersions {
    /**
     * The versions of a document, newest first, at most eleven. The first is the one that answers now, unless the document
     * is gone. A file that took another's place, with the same title or mostly the same text, has that one's versions.
     *
     * @param document a file name; none are known of one that never was here
     */
    List<PolicyVersion> of(String document);

    /** What changed between the newest two versions of a document; empty where fewer are known. */
    Optional<VersionChanges> changes(String document);
}
