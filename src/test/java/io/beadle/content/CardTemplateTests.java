package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTemplateTests {
    @Test
    void aStringThatIsOneExpressionKeepsTheValuesType() {
        Map<String, Object> data = Map.of("n", 3, "yes", true, "list", List.of("a", "b"));
        assertThat(render(Map.of("a", "${n}", "b", "${yes}", "c", "${list}"), data))
                .isEqualTo(Map.of("a", 3, "b", true, "c", List.of("a", "b")));
    }

    @Test
    void valuesAreFilledIntoALongerString() {
        Map<String, Object> data = new HashMap<>(Map.of("n", 3));
        data.put("nothing", null);
        assertThat(render(Map.of("a", "${n} of ${ n }${nothing}."), data)).isEqualTo(Map.of("a", "3 of 3."));
    }

    @Test
    void whatIsNullIsLeftOut() {
        Map<String, Object> data = new HashMap<>();
        data.put("nothing", null);
        assertThat(render(Map.of("a", "${nothing}", "b", List.of("${nothing}", 1)), data))
                .isEqualTo(Map.of("b", List.of(1)));
    }

    @Test
    void anElementIsRepeatedForEachItem() {
        Map<String, Object> template =
                Map.of("items", List.of(Map.of("$data", "${people}", "text", "${name} in ${$root.place}")));
        Map<String, Object> data =
                Map.of("place", "Aldermere", "people", List.of(Map.of("name", "Alex"), Map.of("name", "Sam")));
        assertThat(render(template, data))
                .isEqualTo(Map.of(
                        "items", List.of(Map.of("text", "Alex in Aldermere"), Map.of("text", "Sam in Aldermere"))));
    }

    @Test
    void anElementStepsIntoAnObjectAndOverPlainItems() {
        Map<String, Object> template = Map.of(
                "items",
                List.of(
                        Map.of("$data", "${person}", "text", "${name}"),
                        Map.of("$data", "${lines}", "text", "${$data}")));
        assertThat(render(template, Map.of("person", Map.of("name", "Alex"), "lines", List.of("1", "2"))))
                .isEqualTo(Map.of("items", List.of(Map.of("text", "Alex"), Map.of("text", "1"), Map.of("text", "2"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${yes}           | true
            ${!yes}          | false
            ${no}            | false
            ${!no}           | true
            ${kind == 'a'}   | true
            ${kind != 'a'}   | false
            ${kind == 'b'}   | false
            ${exists(none)}     | true
            ${!exists(none)}    | false
            ${exists(nothing)}  | false
            ${!exists(nothing)} | true
            ${$root.yes}        | true
            ${exists(deep.er)}  | true
            """)
    void anElementStaysWhenItsConditionHolds(String condition, boolean stays) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "yes", true, "no", false, "kind", "a", "empty", "", "none", List.of(), "deep", Map.of("er", "x")));
        data.put("nothing", null);
        assertThat(render(Map.of("items", List.of(Map.of("$when", condition))), data))
                .isEqualTo(Map.of("items", stays ? List.of(Map.of()) : List.of()));
    }

    /** Microsoft's library leaves an element out unless its condition is true itself. */
    @ParameterizedTest
    @ValueSource(strings = {"${text}", "${!text}", "${list}", "always"})
    void aConditionThatIsNeitherTrueNorFalseIsRefused(String condition) {
        Map<String, Object> template = Map.of("items", List.of(Map.of("$when", condition)));
        assertThatThrownBy(() -> render(template, Map.of("text", "x", "list", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exists(path)");
    }

    @Test
    void whatIsLeftOutNeedsNoData() {
        Map<String, Object> template = Map.of("items", List.of(Map.of("$when", "${no}", "text", "${unknown}")));
        assertThat(render(template, Map.of("no", false))).isEqualTo(Map.of("items", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${name}", "${$root.name}", "${a.name}", "Hello ${name}", "${!name}", "${name == 'x'}"})
    void aNameThatTheDataLacksIsRefused(String text) {
        assertThatThrownBy(() -> render(Map.of("a", text), Map.of("a", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${a + b}", "${f(a)}", "${a == b}", "${a..b}", "${if(a, b, c)}"})
    void anExpressionOfAnotherKindIsRefused(String text) {
        assertThatThrownBy(() -> render(Map.of("a", text), Map.of("a", "x", "b", "y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${secret}",
                "$1 \\ $0",
                "\"},{\"type\":\"Action.OpenUrl\"",
                "{0} '{'",
                "\uD83D\uDE80 \u202E\u05E9",
                "a\nb\r\u0000"
            })
    void aValueComesThroughUntouched(String hostile) {
        Map<String, Object> template = Map.of(
                "whole",
                "${value}",
                "part",
                "<${value}>",
                "list",
                List.of(Map.of("$data", "${items}", "x", "${$data}")));
        Map<String, Object> data = Map.of("value", hostile, "items", List.of(hostile), "secret", "told");
        assertThat(render(template, data))
                .isEqualTo(
                        Map.of("whole", hostile, "part", "<" + hostile + ">", "list", List.of(Map.of("x", hostile))));
    }

    @Test
    void aLongValueComesThroughWhole() {
        String story = "${x}\"}".repeat(667);
        assertThat(render(Map.of("a", "${story}!"), Map.of("story", story))).isEqualTo(Map.of("a", story + "!"));
    }

    private static Map<String, Object> render(Map<String, Object> template, Map<String, ?> data) {
        return new CardTemplate(template).render(data);
    }
}
