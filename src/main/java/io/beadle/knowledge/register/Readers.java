package io.beadle.knowledge.register;

import io.beadle.content.RegisterFile;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read which document (G34). File names are compared without regard to capitals and to how accents are encoded: a
 * slip in the register must not open a document.
 */
final class Readers {
    private final Map<String, Set<String>> restricted = new HashMap<>();

    Readers(RegisterFile register) {
        for (RegisterFile.Entry entry : register.policies()) {
            if (entry.document() != null && entry.readers() != null) {
                Set<String> people = restricted.computeIfAbsent(key(entry.document()), document -> new HashSet<>());
                for (String audience : entry.readers()) {
                    Objects.requireNonNullElse(register.audiences().get(audience), List.<String>of())
                            .forEach(person -> people.add(person.toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    /** @param asker an Entra object id; null for somebody unknown */
    boolean mayRead(String document, @Nullable String asker) {
        Set<String> people = restricted.get(key(document));
        return people == null || (asker != null && people.contains(asker.toLowerCase(Locale.ROOT)));
    }

    static String key(String document) {
        return Normalizer.normalize(document, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
