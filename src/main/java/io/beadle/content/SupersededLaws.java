package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Laws and services that something else has replaced (G33), from {@code superseded.yaml}. */
public record SupersededLaws(List<Entry> superseded) {
    public static final SupersededLaws NONE = new SupersededLaws(List.of());

    /**
     * One law or service.
     *
     * @param names how texts call it; one in capitals only is looked for as it is written, others in any letters
     * @param by what to go by now, to be read after "replaced by"
     * @param since when it was replaced, as {@link BritishDate} reads it; null where that is not known
     */
    public record Entry(
            List<String> names, String by, @Nullable String since) {}

    /** What the schema cannot say. */
    static void check(SupersededLaws laws, BiConsumer<String, String> mistake) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < laws.superseded.size(); i++) {
            Entry entry = laws.superseded.get(i);
            for (int j = 0; j < entry.names.size(); j++) {
                if (!names.add(entry.names.get(j).toLowerCase(Locale.UK))) {
                    mistake.accept(
                            "/superseded/" + i + "/names/" + j,
                            "\"" + entry.names.get(j) + "\" is here twice: remove one");
                }
            }
            RegisterFile.date("/superseded/" + i + "/since", entry.since, mistake);
        }
    }
}
