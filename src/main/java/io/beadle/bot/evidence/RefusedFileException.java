package io.beadle.bot.evidence;

/** A file is not kept. Its message names the reason and nothing of the file. */
class RefusedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedFileException(Refusal refusal) {
        super("Refused a file: " + refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
