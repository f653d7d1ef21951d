package io.beadle.incident;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kind of file that can be evidence. What a file is, is told by its content; its name and sender only claim it. */
public enum EvidenceType {
    JPEG(Family.IMAGE, "jpg", "jpeg", "jfif"),
    PNG(Family.IMAGE, "png"),
    GIF(Family.IMAGE, "gif"),
    WEBP(Family.IMAGE, "webp"),
    /** What iPhones take by default. */
    HEIC(Family.IMAGE, "heic", "heif"),
    PDF(Family.PDF, "pdf"),
    EML(Family.MAIL, "eml"),
    /** An OLE2 file, as old Office documents are, but with a saved message's root in it. */
    MSG(Family.MAIL, "msg");

    /** What people would call the same thing: a PNG picture named ".jpg" is still the picture it says it is. */
    private enum Family {
        IMAGE,
        PDF,
        MAIL
    }

    /** ISO base media files with a still picture in them begin with the name of one of these. */
    private static final List<String> STILL_PICTURES =
            List.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "heif");

    private static final byte[] MESSAGE_ROOT = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);

    /** How far into a saved e-mail its first fields reach. */
    private static final int HEAD = 8_192;

    /** RFC 5322, 2.2: a field's name is printable ASCII without a colon. */
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}:.*", Pattern.DOTALL);

    private static final Pattern MAIL_FIELD =
            Pattern.compile("(?im)^(from|received|return-path|message-id|mime-version):");

    private final Family family;

    /** One after another, with a space between them. */
    private final String extensions;

    EvidenceType(Family family, String... extensions) {
        this.family = family;
        this.extensions = String.join(" ", extensions);
    }

    /** The type whose files end so, in whatever case; without the dot. */
    public static Optional<EvidenceType> named(String extension) {
        String small = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> List.of(type.extensions.split(" ")).contains(small))
                .findFirst();
    }

    /** The type that the content is of, whatever it is called. */
    public static Optional<EvidenceType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.isSeenIn(content)).findFirst();
    }

    private boolean isSeenIn(byte[] content) {
        return switch (this) {
            case JPEG -> starts(content, 0, "\u00ff\u00d8\u00ff");
            case PNG -> starts(content, 0, "\u0089PNG\r\n\u001a\n");
            case GIF -> starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a");
            case WEBP -> starts(content, 0, "RIFF") && starts(content, 8, "WEBP");
            case HEIC ->
                starts(content, 4, "ftyp") && STILL_PICTURES.stream().anyMatch(brand -> starts(content, 8, brand));
            case PDF -> starts(content, 0, "%PDF-");
            case EML -> isMail(content);
            case MSG ->
                starts(content, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")
                        && contains(content, MESSAGE_ROOT);
        };
    }

    public boolean isImage() {
        return family == Family.IMAGE;
    }

    /** Whether a file that claims to be the other one may be this: both are pictures, or both saved e-mails. */
    public boolean isLike(EvidenceType other) {
        return family == other.family;
    }

    /** A header field in the first line, one that only mail has before the first empty line, and no control characters. */
    private static boolean isMail(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.chars().anyMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t')) {
            return false;
        }
        String fields = head.split("\r?\n\r?\n", 2)[0];
        return FIELD.matcher(fields).matches() && MAIL_FIELD.matcher(fields).find();
    }

    private static boolean starts(byte[] content, int at, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + expected.length
                && ByteBuffer.wrap(content, at, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at + wanted.length <= content.length; at++) {
            if (content[at] == wanted[0] && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
