package io.beadle.teams;

/**
 * A file in a message, as Teams tells of it (Teams docs, "bots-filesv4"). Nothing of it is trusted.
 *
 * @param name what the sender's device calls it, "" where Teams names none; personal data
 * @param declared what it is said to be: the end of a name, or for a picture in the message itself a media type
 * @param url where it can be fetched for some minutes; whoever knows the address of an uploaded file can read it
 * @param inline a picture in the message itself, which the connector gives to the bot alone; else an uploaded file
 */
public record SentFile(String name, String declared, String url, boolean inline) {
    /** Nothing of it: neither name nor address reaches a log. */
    @Override
    public String toString() {
        return inline ? "SentFile[inline]" : "SentFile[uploaded]";
    }
}
