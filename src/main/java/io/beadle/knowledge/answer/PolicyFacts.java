package io.beadle.knowledge.answer;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Who asks for a fact of a policy itself (owner, author, version, dates) wants the passage that has it under that name. */
final class PolicyFacts implements Reordering {
    private static final double NAMED = 0.08;

    private enum Fact {
        OWNER(
                "\\bwho(?:[’']?s)? (?:owns|(?:is )?the owner|(?:is )?responsible for keeping)\\b.*\\b(?:policy|policies|procedures?"
                        + "|standard|document)\\b|\\b(?:policy|document|procedure)(?:[’']?s)? owner\\b",
                "\\bowner\\b"),
        AUTHOR("\\bauthors?\\b|\\bwho (?:wrote|drafted)\\b", "\\bauthors?\\b"),
        VERSION(
                "\\b(?:which|what|latest|current|newest) version\\b|\\bversion (?:number|history|\\d)",
                "\\bversion\\b"),
        APPROVED(
                "\\bpolic(?:y|ies)\\b.*\\b(?:approved|signed off|adopted)\\b|\\b(?:approved|signed off|adopted)\\b.*\\bpolic(?:y|ies)\\b",
                "\\bapprov(?:ed|al)\\b"),
        REVIEW(
                "\\breview date\\b|\\b(?:due|up) for (?:a )?review\\b|\\b(?:next|last) review(?:ed)?\\b|\\bpolic(?:y|ies)\\b.*\\b(?:out of"
                        + " date|overdue)\\b",
                "\\breview (?:date|due|by)\\b|\\b(?:next|last) review\\b|\\breview (?:\\d|\\p{Lu}\\p{Ll}+ \\d{4})");

        private final Pattern question;
        private final Pattern label;

        Fact(String question, String label) {
            this.question = Pattern.compile("(?iu)" + question);
            this.label = Pattern.compile("(?iu)" + label);
        }

        boolean isNamedIn(Passage passage) {
            return label.matcher(passage.text()).find()
                    || (passage.heading() != null
                            && label.matcher(passage.heading()).find());
        }
    }

    @Override
    public List<Found> of(Asked asked, List<Found> found) {
        List<Fact> facts = Arrays.stream(Fact.values())
                .filter(fact -> fact.question.matcher(asked.text()).find())
                .toList();
        return facts.isEmpty()
                ? found
                : found.stream()
                        .map(one -> facts.stream().anyMatch(fact -> fact.isNamedIn(one.passage()))
                                ? one.withScore(Math.min(1, one.passage().score() + NAMED))
                                : one)
                        .sorted(Found.BEST_FIRST)
                        .toList();
    }
}
