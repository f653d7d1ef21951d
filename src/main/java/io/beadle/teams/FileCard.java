package io.beadle.teams;

import java.util.Map;

/** Teams' own cards about a file that Beadle gives somebody in their personal chat (Teams docs, "bots-filesv4"). */
public sealed interface FileCard {
    /** Of the file, as it is called there. */
    String name();

    /**
     * "May Beadle put this file into your OneDrive?"
     *
     * @param description what is in it, in chosen words
     * @param context comes back with the answer
     */
    record Consent(String name, String description, long bytes, Map<String, String> context) implements FileCard {
        public Consent {
            context = Map.copyOf(context);
        }

        @Override
        public String toString() {
            return "Consent[bytes=" + bytes + "]";
        }
    }

    /**
     * The file, where it now is.
     *
     * @param contentUrl where it can be opened by whoever may
     * @param uniqueId of the file in OneDrive
     * @param fileType the end of its name
     */
    record Info(String name, String contentUrl, String uniqueId, String fileType) implements FileCard {
        @Override
        public String toString() {
            return "Info[" + fileType + "]";
        }
    }
}
