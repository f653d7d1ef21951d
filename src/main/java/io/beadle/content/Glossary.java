package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Words that staff and policies use for one another.
 *
 * @param same groups of words or short phrases that may stand for each other; one may be in several groups, which does not
 *     join them: "mobile device" is near to "laptop" and to "phone", which are not near to each other
 */
public record Glossary(List<List<String>> same) {
    public static final Glossary EMPTY = new Glossary(List.of());

    /** What the schema cannot say: a word that is twice in a group is a slip of who edits it. */
    static void check(Glossary glossary, BiConsumer<String, String> mistake) {
        for (int group = 0; group < glossary.same.size(); group++) {
            Set<String> words = new HashSet<>();
            for (int word = 0; word < glossary.same.get(group).size(); word++) {
                String text = glossary.same.get(group).get(word);
                if (!words.add(text.toLowerCase(Locale.UK))) {
                    mistake.accept(
                            "/same/" + group + "/" + word, "\"" + text + "\" is in this group twice: remove one");
                }
            }
        }
    }
}
