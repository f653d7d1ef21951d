package io.beadle.knowledge.document;

import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read.
 *
 * @param passages in their order in the document, with a score of 0
 * @param listed other policies that it lists with their review dates, in its order
 */
public record PolicyDocument(Policy policy, List<Passage> passages, List<ListedReview> listed) {
    /** Raise it when documents are read differently than before: an index made by another edition is made anew. */
    public static final int EDITION = 3;

    /** What stands over the facts of a title page, which has no heading but its title. */
    private static final String FACTS_HEADING = "Document details";

    private static final int ID_LENGTH = 16;

    public static PolicyDocument read(SourceText source) {
        Policy policy = TitlePage.read(source);
        List<Passage> passages = Cutter.cut(Outline.of(source)).stream()
                .filter(cut ->
                        cut.text().chars().filter(Character::isWhitespace).count() >= 2)
                .filter(cut -> !cut.text().equalsIgnoreCase(policy.title()))
                .map(cut -> passage(policy, cut))
                .distinct()
                .toList();
        return new PolicyDocument(policy, passages, ReviewList.read(source));
    }

    private static Passage passage(Policy policy, Cutter.Cut cut) {
        return new Passage(
                id(policy.document(), cut.text()),
                policy.document(),
                policy.title(),
                policy.version(),
                cut.section(),
                heading(policy, cut),
                cut.page() == 0 ? null : cut.page(),
                cut.text(),
                0);
    }

    private static @Nullable String heading(Policy policy, Cutter.Cut cut) {
        boolean none = cut.heading() == null || cut.heading().equalsIgnoreCase(policy.title());
        return none && Facts.areIn(cut.text()) ? FACTS_HEADING : cut.heading();
    }

    private static String id(String document, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((document + '\n' + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
