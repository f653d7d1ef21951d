package io.beadle.knowledge.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes a file for what it is by its content and gets its text. */
final class Formats {
    private Formats() {}

    static SourceText read(String name, byte[] content) throws UnreadableException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.isBlank()) {
                throw new UnreadableException("is empty, remove it or fill it");
            }
            return new SourceText(name, text);
        } catch (CharacterCodingException e) {
            throw new UnreadableException("is not UTF-8 text, save it as UTF-8");
        }
    }
}
