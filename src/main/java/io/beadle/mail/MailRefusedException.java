package io.beadle.mail;

/**
 * A letter was not taken. Its message holds the mail server's code, or what went wrong in a word; never an address, nor what
 * the server said, which may quote one. For the same reason it has no cause.
 */
public class MailRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final boolean isFinal;

    MailRefusedException(int code, boolean isFinal, String what) {
        super("E-mail was refused: " + (code == 0 ? what : code + " " + what));
        this.code = code;
        this.isFinal = isFinal;
    }

    /** The server's reply code (RFC 5321, 4.2), such as 550; 0 when it gave none. */
    public int code() {
        return code;
    }

    /** Whether sending the same again is of no use: the server will never take it, or an address is none. */
    public boolean isFinal() {
        return isFinal;
    }
}
