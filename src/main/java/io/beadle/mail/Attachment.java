package io.beadle.mail;

import java.util.Arrays;

/** A file that goes with a letter. */
public final class Attachment {
    private final String name;
    private final String type;
    private final byte[] content;

    /**
     * @param name of the file, one line
     * @param type its media type, such as {@code application/pdf}
     */
    public Attachment(String name, String type, byte[] content) {
        if (!type.matches("[A-Za-z0-9.+-]{1,80}/[A-Za-z0-9.+-]{1,80}")) {
            throw new IllegalArgumentException("An attachment needs a bare media type such as application/pdf");
        }
        this.name = Letter.oneLine(name);
        this.type = type;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && type.equals(that.type)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    /** The size alone. */
    @Override
    public String toString() {
        return "Attachment[bytes=" + content.length + "]";
    }
}
