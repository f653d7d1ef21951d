package io.beadle.knowledge.answer;

import io.beadle.knowledge.index.Asked;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question says has happened, told by its form: "stolen" of "What do I do if my laptop is stolen?" */
final class Happening {
    /** What follows is what the question is asked of. */
    private static final Pattern CONDITION = Pattern.compile("(?iu)\\b(?:if|when|once|after|because)\\b(.+)");

    private static final String ADVERBS =
            "(?:(?:been|being|not|just|now|also|then|already|accidentally|suddenly)\\s+)*+";

    private static final String HELPING = "(?:am|is|are|was|were|be|been|being|gets?|got|have|has|had)";

    /** A verb behind one that helps it ("is stolen", "I've lost"), or behind who does it, where a clause begins ("I lost"). */
    private static final Pattern VERB = Pattern.compile("(?iu)(?:(?:\\b" + HELPING + "|['’](?:ve|s|m|re))\\s+"
            + "|(?:^|[,.;:–-])\\s*(?:i|we|you|he|she|they|it|somebody|someone|anybody|anyone)\\s+)"
            + ADVERBS + "(?!" + HELPING + "\\b)(\\p{L}{3,})");

    private Happening() {}

    /** The verb; empty where the question tells of nothing in this form. */
    static Optional<String> in(String question) {
        Matcher condition = CONDITION.matcher(question);
        Matcher verb = VERB.matcher(condition.find() ? condition.group(1) : question);
        return verb.find() ? Optional.of(verb.group(1)) : Optional.empty();
    }

    /** Whether a text names what has happened, in the question's word or one that may stand for it. */
    static boolean isNamed(Asked asked, String text) {
        return in(asked.text()).filter(verb -> asked.isNamed(verb, text)).isPresent();
    }
}
