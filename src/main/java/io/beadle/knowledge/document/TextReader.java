package io.beadle.knowledge.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Plain text in the encodings that British offices write: UTF-8, UTF-16 with its mark, and Windows-1252. */
final class TextReader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextReader() {}

    static String decode(byte[] content) throws UnreadableException {
        boolean utf16 = content.length > 1 && (content[0] & content[1] & 0xFF) == 0xFE;
        try {
            return decode(content, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return windows(content);
        }
    }

    private static String windows(byte[] content) throws UnreadableException {
        try {
            return decode(content, WINDOWS);
        } catch (CharacterCodingException e) {
            throw new UnreadableException("is not text in any encoding that Beadle knows, save it as UTF-8");
        }
    }

    /** Bytes that no text has are taken for an unknown encoding. */
    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        boolean binary = text.chars().anyMatch(c -> c < ' ' && "\t\n\r\f\u000B\u0007\u001B\u001A".indexOf(c) < 0);
        if (binary) {
            throw new CharacterCodingException();
        }
        return text;
    }
}
