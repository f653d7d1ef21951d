package io.beadle.mail;

/** No mail server is configured. */
final class NoMail implements Mail {
    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public void send(Letter letter) {
        throw new IllegalStateException("Cannot send e-mail: spring.mail.host is not set");
    }
}
