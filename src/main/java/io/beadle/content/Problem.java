package io.beadle.content;

/**
 * A mistake in a file that somebody edits.
 *
 * @param file as named in the configuration, or {@code bot/…}, {@code adaptive-cards/…} when bundled
 * @param line from 1; 0 when the mistake is the whole file's
 * @param what what is wrong, and what would be right
 */
public record Problem(String file, int line, String what) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
