package io.beadle.knowledge;

import java.util.List;

/** The laws and services that older policies name and that something else has replaced (G33). */
@FunctionalInterface
public interface ReplacedLaws {
    /** Those that a text names, each once, in the order of the text; none that the text itself calls replaced. */
    List<Caution.Superseded> in(String text);
}
