package io.beadle.selftest;

import io.beadle.content.Messages;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A self-test in words: the same in Teams, at the terminal and on the management port. */
@Component
public final class SelfTestText {
    private final Messages messages;

    SelfTestText(Messages messages) {
        this.messages = messages;
    }

    /**
     * A line of it.
     *
     * @param check the part, for a machine
     * @param state {@code ok}, {@code warning} or {@code failed}
     * @param title the part, for people
     * @param text what it means and what to do
     */
    public record Line(String check, String state, String title, String text) {}

    public List<Line> lines(List<Finding> findings) {
        return findings.stream().map(this::line).toList();
    }

    private Line line(Finding finding) {
        return new Line(
                id(finding),
                finding.state().name().toLowerCase(Locale.ROOT),
                messages.text(finding.about()),
                messages.text(finding.text(), finding.arguments().toArray()));
    }

    /** The part, without what its text is filed under. */
    static String id(Finding finding) {
        return finding.about().substring(finding.about().indexOf('.') + 1);
    }

    /** How many failed and how many warn, in a sentence. */
    public String summary(SelfTest.Result result) {
        return messages.text(
                "selftest.summary",
                result.in(Finding.State.FAILED).size(),
                result.in(Finding.State.WARNING).size(),
                result.in(Finding.State.OK).size());
    }
}
