package io.beadle.bot.register;

import io.beadle.offer.OfferedFile;

/** A file that was made for somebody. */
final class MadeFile {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";
    static final String ZIP = "application/zip";

    private final OfferedFile.About about;
    private final String incident;
    private final String name;
    private final String type;
    private final String description;
    private final byte[] content;

    /**
     * @param incident the reference of the incident it is about, empty where it is about none
     * @param name what it is called, in chosen words
     * @param description what is in it, in chosen words
     * @param content not copied: nobody changes it
     */
    MadeFile(OfferedFile.About about, String incident, String name, String type, String description, byte[] content) {
        this.about = about;
        this.incident = incident;
        this.name = name;
        this.type = type;
        this.description = description;
        this.content = content;
    }

    OfferedFile.About about() {
        return about;
    }

    String incident() {
        return incident;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    byte[] content() {
        return content;
    }

    /** Evidence and what there is about somebody go no way but into the officer's own OneDrive: an e-mail is copied and scanned on its way (G13). */
    boolean mayBeMailed() {
        return switch (about) {
            case ICO_PACK, BREACH_REGISTER, FOI_TABLE, FIGURES -> true;
            case EVIDENCE, EVIDENCE_PACK, SUBJECT_ACCESS -> false;
        };
    }

    /** The kind and size alone. */
    @Override
    public String toString() {
        return "MadeFile[" + about + ", bytes=" + content.length + "]";
    }
}
