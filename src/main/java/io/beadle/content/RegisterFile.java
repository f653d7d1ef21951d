package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wrote into {@code register.yaml}. It goes before what the documents say of themselves.
 *
 * @param audiences named groups of Entra object ids
 */
public record RegisterFile(Map<String, List<String>> audiences, List<Entry> policies) {
    public static final RegisterFile EMPTY = new RegisterFile(Map.of(), List.of());

    public RegisterFile(@Nullable Map<String, List<String>> audiences, @Nullable List<Entry> policies) {
        this.audiences = audiences == null ? Map.of() : Map.copyOf(audiences);
        this.policies = policies == null ? List.of() : List.copyOf(policies);
    }

    /**
     * One policy. What the register does not say is null, and the document's own word counts.
     *
     * @param document the file name of its text; null where only its name is known
     * @param also what staff call it besides its name
     * @param contact the owner's e-mail address or Entra object id, for reminders
     * @param approved as {@link BritishDate} reads it, as is {@code reviewDue}
     * @param readers the audiences that may read it; null for everybody
     */
    public record Entry(
            @Nullable String document,
            @Nullable String name,
            List<String> also,
            @Nullable String kind,
            @Nullable String owner,
            @Nullable String contact,
            @Nullable String version,
            @Nullable String approved,
            @Nullable String reviewDue,
            @Nullable String link,
            @Nullable List<String> readers) {
        public Entry {
            also = Objects.requireNonNullElse(also, List.of());
        }
    }

    /** What the schema cannot say. */
    static void check(RegisterFile register, BiConsumer<String, String> mistake) {
        Set<String> documents = new HashSet<>();
        for (int i = 0; i < register.policies.size(); i++) {
            Entry entry = register.policies.get(i);
            String at = "/policies/" + i;
            if (entry.document != null && !documents.add(entry.document.toLowerCase(Locale.UK))) {
                mistake.accept(at + "/document", "\"" + entry.document + "\" is here twice: make one entry of them");
            }
            date(at + "/approved", entry.approved, mistake);
            date(at + "/review-due", entry.reviewDue, mistake);
            List<String> readers = Objects.requireNonNullElse(entry.readers, List.of());
            for (int j = 0; j < readers.size(); j++) {
                if (!register.audiences.containsKey(readers.get(j))) {
                    mistake.accept(
                            at + "/readers/" + j,
                            "there is no audience \"" + readers.get(j) + "\": add it under audiences");
                }
            }
        }
    }

    /**
     * Entries of documents that are not there.
     *
     * @param known the file names of all documents
     */
    static void checkDocuments(RegisterFile register, Set<String> known, BiConsumer<String, String> mistake) {
        for (int i = 0; i < register.policies.size(); i++) {
            String document = register.policies.get(i).document;
            if (document != null && known.stream().noneMatch(document::equalsIgnoreCase)) {
                mistake.accept(
                        "/policies/" + i + "/document",
                        "no document is called \"" + document
                                + "\": correct the name, or give only a name if its text is not here");
            }
        }
    }

    static void date(String pointer, @Nullable String written, BiConsumer<String, String> mistake) {
        if (written != null && BritishDate.parse(written).isEmpty()) {
            mistake.accept(pointer, "\"" + written + "\" is no date: write it like 12 May 2025 or 12/05/2025");
        }
    }
}
