package io.beadle.mail;

import java.util.List;

/**
 * An e-mail. Its subject holds chosen values alone (G11).
 *
 * @param to e-mail addresses, one at least, each bare: {@code jo.bell@example.gov.uk}; they see each other
 * @param subject one line; a line break in it becomes a space
 * @param text plain text
 */
public record Letter(List<String> to, String subject, String text, List<Attachment> attachments) {
    public Letter {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("A letter needs an address: it has none");
        }
        to = List.copyOf(to);
        subject = oneLine(subject);
        attachments = List.copyOf(attachments);
    }

    /** Without attachments. */
    public Letter(List<String> to, String subject, String text) {
        this(to, subject, text, List.of());
    }

    /** No header can be begun by what stands in one. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** How many addresses and attachments: who is written to, and what of, reaches no log. */
    @Override
    public String toString() {
        return "Letter[to=" + to.size() + ", attachments=" + attachments.size() + "]";
    }
}
