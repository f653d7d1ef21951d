package io.beadle.knowledge.register;

import io.beadle.content.RegisterFile;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.RegisterAnswer.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one register of all who tell of policies: {@code register.yaml} goes before the document, that before lists. */
final class Merge {
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Policy> policies;

    private Merge(List<Policy> policies) {
        this.policies = policies;
    }

    /** By name. */
    static List<Entry> of(RegisterFile register, List<Policy> policies, List<ListedReview> listed) {
        Merge merge = new Merge(policies);
        policies.forEach(merge::document);
        listed.forEach(merge::listed);
        register.policies().forEach(merge::registered);
        return merge.drafts.stream()
                .map(Draft::entry)
                .sorted(Comparator.comparing(entry -> entry.policy().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private void document(Policy policy) {
        Draft draft = new Draft(policy.title(), policy.document(), policy.organisation());
        Source own = new Source(Source.Kind.DOCUMENT, policy.title(), false);
        draft.owner(policy.owner(), own);
        draft.version(policy.version(), own);
        draft.approved(policy.approved(), own);
        draft.review(policy.review(), own);
        drafts.add(draft);
    }

    /** What is listed twice under one name, such as a policy and its procedure, are two. */
    private void listed(ListedReview review) {
        Optional<Policy> list = policies.stream()
                .filter(policy -> policy.document().equals(review.listedIn()))
                .findFirst();
        Source source = new Source(Source.Kind.LIST, list.map(Policy::title).orElse(review.listedIn()), false);
        Optional<Draft> known = drafts.stream()
                .filter(draft -> draft.document() != null && Names.same(draft.name(), review.name()))
                .filter(draft -> sameCouncil(draft.document(), list))
                .findFirst();
        if (known.isEmpty()) {
            Draft draft = new Draft(
                    review.name(), null, list.map(Policy::organisation).orElse(null));
            draft.listed(review, source);
            drafts.add(draft);
        } else if (!known.get().hasReview()) {
            known.get().listed(review, source);
        }
    }

    /** A list says nothing of another council's policies. */
    private boolean sameCouncil(@Nullable String document, Optional<Policy> list) {
        String whose = list.map(Policy::organisation).orElse(null);
        return policies.stream()
                .filter(policy -> policy.document().equals(document))
                .map(Policy::organisation)
                .noneMatch(other -> whose != null && other != null && !whose.equals(other));
    }

    private void registered(RegisterFile.Entry entry) {
        Draft draft = drafts.stream()
                .filter(known -> isMeant(entry, known))
                .findFirst()
                .orElseGet(() -> {
                    Draft added = new Draft(nameOf(entry), entry.document(), null);
                    drafts.add(added);
                    return added;
                });
        draft.register(entry);
    }

    private static boolean isMeant(RegisterFile.Entry entry, Draft known) {
        String document = entry.document();
        String name = entry.name();
        if (document != null) {
            return known.document() != null && Readers.key(document).equals(Readers.key(known.document()));
        }
        return name != null && Names.same(name, known.name());
    }

    private static String nameOf(RegisterFile.Entry entry) {
        String name = entry.name();
        return name != null ? name : String.valueOf(entry.document()).replaceFirst("\\.\\w+$", "");
    }
}
