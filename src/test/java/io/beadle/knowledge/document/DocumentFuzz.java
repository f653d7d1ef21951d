package io.beadle.knowledge.document;

import java.io.IOException;

/** Whatever is in a file of the folder of policies: it is read, or left out with a sentence. */
public final class DocumentFuzz {
    private DocumentFuzz() {}

    public static void fuzzerTestOneInput(byte[] content) {
        SourceText text;
        try {
            text = Formats.read("any.pdf", Formats.detect(content), content);
        } catch (UnreadableException | IOException | RuntimeException e) {
            return; // as BoundedReader has it: parsers of other people's files may fail, but never hang
        }
        PolicyDocument.read(text);
    }
}
