package io.beadle.knowledge.answer;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.Found;
import java.util.List;
import java.util.regex.Pattern;

/** Chooses what of a passage is quoted, and what of that is marked as the answer. */
final class Quote {
    /** A passage of up to so many words is read as a whole. */
    private static final int WHOLE_WORDS = 60;

    /** A clause that is an item of a list: "(a) …", "3. …", "• …". */
    private static final Pattern ITEM =
            Pattern.compile("^(?:\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•·*▪–-])\\s", Pattern.CASE_INSENSITIVE);

    private Quote() {}

    /** The clause that answers, or all of a short passage. A list or a procedure is quoted whole, with its lead-in. */
    static Citation of(Found found) {
        String text = found.passage().text();
        List<String> clauses = Sentences.clauses(text);
        boolean whole = text.split("\\s+").length <= WHOLE_WORDS || found.clause() >= clauses.size();
        String quote = whole ? text : withItsList(clauses, found.clause());
        return new Citation(found.passage(), quote, sentence(clauses, found.part(), quote), List.of());
    }

    private static String withItsList(List<String> clauses, int clause) {
        int first = clause;
        while (first > 0 && isItem(clauses.get(first)) && isOfList(clauses.get(first - 1))) {
            first--;
        }
        int end = clause + 1;
        while (end < clauses.size() && isOfList(clauses.get(end - 1)) && isItem(clauses.get(end))) {
            end++;
        }
        boolean list = clauses.get(first).endsWith(":");
        return list ? String.join("\n\n", clauses.subList(first, end)) : clauses.get(clause);
    }

    private static boolean isItem(String clause) {
        return ITEM.matcher(clause).find();
    }

    private static boolean isOfList(String clause) {
        return isItem(clause) || clause.endsWith(":");
    }

    /** The sentence of this number where it stands in the quote, else the whole quote. */
    private static String sentence(List<String> clauses, int part, String quote) {
        return clauses.stream()
                .flatMap(clause -> Sentences.of(clause).stream())
                .skip(Math.max(0, part))
                .findFirst()
                .filter(sentence -> part >= 0 && quote.contains(sentence))
                .orElse(quote);
    }
}
