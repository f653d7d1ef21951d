package io.beadle.bot.register;

import io.beadle.offer.OfferedFile;

/**
 * A file that was made for somebody.
 *
 * @param incident the reference of the incident it is about, empty where it is about none
 * @param name what it is called, in chosen words
 * @param description what is in it, in chosen words
 */
record MadeFile(
        OfferedFile.About about, String incident, String name, String type, String description, byte[] content) {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";
    static final String ZIP = "application/zip";

    /** Evidence goes no way but into the officer's own OneDrive: an e-mail is copied and scanned on its way (G13). */
    boolean mayBeMailed() {
        return switch (about) {
            case ICO_PACK, BREACH_REGISTER, FOI_TABLE -> true;
            case EVIDENCE, EVIDENCE_PACK -> false;
        };
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The kind and size alone. */
    @Override
    public String toString() {
        return "MadeFile[" + about + ", bytes=" + content.length + "]";
    }
}
