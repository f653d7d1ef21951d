package io.beadle.mail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server as a script: remembers the letters, and refuses what it is told to refuse. */
public final class RecordedMail implements Mail {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile boolean configured;
    private volatile Function<Letter, Integer> script = letter -> 0;

    /** From now on there is one. */
    public void configure() {
        configured = true;
    }

    /** Every letter is refused from now on, for good if the reply code is 500 or more; with 0 taken again. */
    public void refuseAll(int code) {
        script = letter -> code;
    }

    /** What was taken, in order. */
    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public void send(Letter letter) {
        int code = script.apply(letter);
        if (code > 0) {
            throw new MailRefusedException(code, code >= 500, "by the mail server");
        }
        letters.add(letter);
    }
}
