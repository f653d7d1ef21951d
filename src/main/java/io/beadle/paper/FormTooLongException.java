package io.beadle.paper;

/** The content's texts leave no room to write in. */
public final class FormTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormTooLongException() {
        super(
                "The paper form does not fit on one page, not in type of 10 points either: shorten danger, the names and the"
                        + " numbers in contacts.yaml, the groups and shared questions in report-types.yaml, or the texts that begin"
                        + " with paper. in messages.properties");
    }
}
