package io.beadle.incident;

import io.beadle.people.Person;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The beginnings of files of every kind that is kept, and of some that are not. */
public final class SomeFiles {
    public static final byte[] JPEG = latin("\u00ff\u00d8\u00ff\u00e0 a photo");
    public static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n a screenshot");
    public static final byte[] GIF = latin("GIF89a a picture");
    public static final byte[] WEBP = latin("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ");
    public static final byte[] HEIC = latin("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic");
    public static final byte[] PDF = latin("%PDF-1.7\n1 0 obj");
    public static final byte[] EML =
            latin("Received: from somewhere by elsewhere;\r\n Sat, 21 Nov 2026 14:17:00 +0000\r\n"
                    + "From: \"Payroll\" <payroll@evil.test>\r\nSubject: Urgent\r\n\r\n<html>Click</html>");
    public static final byte[] ZIP = latin("PK\u0003\u0004 an archive");
    public static final byte[] EXE = latin("MZ\u0090\u0000 a program");
    public static final byte[] HTML = latin("\r\n <!DOCTYPE html><html><script>");
    public static final byte[] SVG = latin("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">");
    public static final byte[] DOC = ole("WordDocument");
    public static final byte[] MSG = ole("__properties_version1.0");

    private SomeFiles() {}

    /** So many photos of Rowan Reporter's, sent then. */
    public static List<Evidence> photos(int many, Instant sent) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> photo("draft", "photo-" + i, SomeIncidents.REPORTER, sent))
                .toList();
    }

    public static Evidence photo(String report, String sha256, Person sender, Instant sent) {
        return new Evidence(
                report + "-" + sha256,
                report,
                sender,
                "photo.jpg",
                "jpg",
                EvidenceType.JPEG,
                JPEG.length,
                sha256,
                sent);
    }

    private static byte[] ole(String entry) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        file.writeBytes(new byte[1_500]);
        file.writeBytes("Root Entry".getBytes(StandardCharsets.UTF_16LE));
        file.writeBytes(entry.getBytes(StandardCharsets.UTF_16LE));
        file.writeBytes(new byte[100]);
        return file.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
