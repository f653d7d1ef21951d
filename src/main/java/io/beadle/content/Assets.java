package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Systems and sets of records, and who answers for them (G23), from {@code bot/assets.yaml}. */
public record Assets(List<Asset> assets) {
    public static final Assets NONE = new Assets(List.of());

    /**
     * A system or a set of records.
     *
     * @param id unique
     * @param words by which it is known in what a reporter typed; a word is found as a whole, in capitals or not
     * @param department whose it is
     * @param owner the role that answers for it, held for that department or for all
     * @param administrator the role that looks after it
     */
    public record Asset(
            String id, String title, List<String> words, String department, String owner, String administrator) {
        public Asset(
                String id,
                String title,
                List<String> words,
                String department,
                @Nullable String owner,
                @Nullable String administrator) {
            this.id = id;
            this.title = title;
            this.words = List.copyOf(words);
            this.department = department;
            this.owner = requireNonNullElse(owner, Roles.ASSET_OWNER);
            this.administrator = requireNonNullElse(administrator, Roles.ASSET_ADMINISTRATOR);
        }

        boolean isIn(String typed) {
            return words.stream()
                    .anyMatch(word -> Pattern.compile(
                                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(typed)
                            .find());
        }
    }

    public Assets {
        assets = List.copyOf(assets);
    }

    /** Those that a reporter's words name, in the order of the file. */
    public List<Asset> namedIn(String typed) {
        // an apostrophe is typed in two ways
        String plain = typed.replace('\u2019', '\'');
        return assets.stream().filter(asset -> asset.isIn(plain)).toList();
    }

    /** What the schema cannot say. */
    static void check(Assets file, BiConsumer<String, String> mistake) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < file.assets.size(); i++) {
            String id = file.assets.get(i).id();
            if (!seen.add(id)) {
                mistake.accept("/assets/" + i + "/id", id + " is there twice: give each its own id");
            }
        }
    }
}
