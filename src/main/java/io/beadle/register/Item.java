package io.beadle.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that the record of a personal-data breach says. This is the one place that names the acts of {@code bot/acts.yaml}
 * and their fields by which it is recorded.
 */
public enum Item {
    // UK GDPR, Article 33(3)
    NATURE("assess", "nature"),
    CATEGORIES("assess", "categories", "categories"),
    PEOPLE("assess", "people", "people"),
    RECORDS("assess", "records"),
    CONSEQUENCES("assess", "consequences"),
    MEASURES("assess", "measures"),
    CONTACT("assess", "contact"),
    // the grading, apart from the impact matrix (G20), and whose breach it is (G22)
    LIKELIHOOD("assess", "likelihood"),
    HARM("assess", "harm"),
    RISK("assess", "risk"),
    TRAINED("assess", "trained"),
    WHOSE("assess", "whose"),
    // advice and decision are two acts (G21)
    ADVICE("advise", "advice"),
    ADVICE_REASONS("advise", "reasons"),
    DECISION("decide", "decision"),
    NOTIFIED("decide", "notified"),
    REFERENCE("decide", "reference"),
    REASONS("decide", "reasons"),
    DELAY("decide", "delay"),
    DIFFERENCE("decide", "difference"),
    DELEGATION("decide", "delegation"),
    // Article 34
    AFFECTED("affected", "decision"),
    EXEMPTION("affected", "exemption"),
    AFFECTED_REASONS("affected", "reasons"),
    TOLD_HOW("affected-told", "how"),
    TOLD("affected-told", "told"),
    TOLD_NUMBER("affected-told", "number"),
    ADDRESSES("affected-told", "addresses");

    private final String act;
    private final String field;
    private final @Nullable String question;

    Item(String act, String field) {
        this(act, field, null);
    }

    Item(String act, String field, @Nullable String question) {
        this.act = act;
        this.field = field;
        this.question = question;
    }

    String act() {
        return act;
    }

    String field() {
        return field;
    }

    /** What the report answers where no officer has yet; null where the report asks nothing of the kind. */
    @Nullable
    String question() {
        return question;
    }

    /** The key of its name in {@code bot/messages.properties}. */
    public String label() {
        return "breach." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
