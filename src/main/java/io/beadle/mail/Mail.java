package io.beadle.mail;

/** Sending e-mail. Each call blocks its (virtual) thread until the council's mail server has taken the letter, or not. */
public interface Mail {
    /** Whether there is a mail server to send by ({@code spring.mail.host}). */
    boolean isConfigured();

    /**
     * Hands a letter to the mail server, for all its addresses or for none. What becomes of it there is not told: a
     * mailbox that is full, or that nobody has, may come to light only hours later and elsewhere.
     *
     * @throws MailRefusedException if the server did not take it; one that did not answer in time may have taken it
     * @throws IllegalStateException if there is no mail server
     */
    void send(Letter letter);
}
