package io.beadle.reader;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a page asks for. All of it is what anybody may have typed.
 *
 * @param end of the link, in seconds since 1970; empty in an address that nobody signed
 * @param clause the id of the passage that the link is to; empty where it is to the whole document
 * @param quoted which part of that passage is marked, as in {@link Range#toString()}
 * @param search what is looked for in the document
 */
record Visit(String slug, String end, String signature, String clause, String quoted, String search) {
    /** @param parameter gives the value of a parameter of the query, null where it has none */
    static Visit of(String slug, Function<String, @Nullable String> parameter) {
        Function<String, String> text = name -> {
            String value = parameter.apply(name);
            return value == null ? "" : value;
        };
        return new Visit(slug, text.apply("e"), text.apply("s"), text.apply("c"), text.apply("m"), text.apply("q"));
    }
}
