package io.beadle.teams;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a {@link FileCard.Consent}. Nothing of it is trusted.
 *
 * @param context as Beadle gave it
 * @param upload where the file is to be put, null where they declined
 */
public record FileConsent(
        Map<String, String> context, @Nullable Upload upload) {
    public FileConsent {
        context = Map.copyOf(context);
    }

    /**
     * Where a file is to be put.
     *
     * @param url takes the content by PUT, for some minutes; whoever knows it may write there
     */
    public record Upload(String url, String contentUrl, String name, String uniqueId, String fileType) {
        /** Nothing of it: neither name nor address reaches a log. */
        @Override
        public String toString() {
            return "Upload";
        }
    }

    @Override
    public String toString() {
        return upload == null ? "FileConsent[declined]" : "FileConsent[accepted]";
    }
}
