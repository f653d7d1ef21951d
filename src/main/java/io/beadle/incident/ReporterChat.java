package io.beadle.incident;

/**
 * Where the reporter of an incident is written to. It is kept apart from the report, because a report can be given without
 * saying by whom.
 *
 * @param member their id towards this bot ({@code 29:…})
 * @param conversation where they reported from
 */
public record ReporterChat(String member, String conversation) {
    /** Nothing of it: it names a person. */
    @Override
    public String toString() {
        return "ReporterChat";
    }
}
