package io.beadle.knowledge.index;

/**
 * Something that is wrong with a source.
 *
 * @param file the name of the document; empty where it is about a folder, or a file that is left out unread
 * @param line as in {@link io.beadle.knowledge.PolicySources#problems()}
 * @param unreadable whether no text could be had from the file as it is now
 */
record Problem(String file, String line, boolean unreadable) {
    static Problem ofListing(String line) {
        return new Problem("", line, false);
    }
}
