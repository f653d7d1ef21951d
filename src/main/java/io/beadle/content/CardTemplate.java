package io.beadle.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A card in the Adaptive Cards templating language: {@code ${path}} in any string, {@code $data} to repeat an element or
 * to step into the data, {@code $when} to leave one out. An expression is a path ({@code a.b}, {@code $root.a},
 * {@code $data}), {@code exists(path)}, either with {@code !} before it, or a path compared with a quoted text
 * ({@code a == 'b'}, {@code a != 'b'}). {@code $when} must come to true or false, as in Microsoft's own library.
 * Values are put into the tree, never into JSON text, so that no value can become markup.
 */
final class CardTemplate {
    private static final Pattern BINDING = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?<not>!?)(?:exists\\((?<asked>PATH)\\)|(?<path>PATH))(?: (?<operator>==|!=) '(?<text>[^']*)')?"
                    .replace("PATH", "[A-Za-z$][\\w$]*(?:\\.\\w+)*"));

    private final Map<String, Object> template;

    CardTemplate(Map<String, Object> template) {
        this.template = template;
    }

    Map<String, Object> render(Map<String, ?> data) {
        return object(template, new Scope(data, data));
    }

    private record Scope(Object root, Object data) {}

    private static @Nullable Object value(@Nullable Object node, Scope scope) {
        return switch (node) {
            case null -> null;
            case Map<?, ?> map -> object(map, scope);
            case List<?> list -> list(list, scope);
            case String text -> bind(text, scope);
            default -> node;
        };
    }

    private static Map<String, Object> object(Map<?, ?> map, Scope scope) {
        Map<String, Object> bound = new LinkedHashMap<>();
        map.forEach((key, node) -> {
            if (!key.equals("$data") && !key.equals("$when")) {
                Object value = value(node, scope);
                if (value != null) {
                    bound.put((String) key, value);
                }
            }
        });
        return bound;
    }

    private static List<Object> list(List<?> nodes, Scope scope) {
        List<Object> bound = new ArrayList<>();
        for (Object node : nodes) {
            if (node instanceof Map<?, ?> map) {
                for (Object data : scopes(map.get("$data"), scope)) {
                    Scope inner = new Scope(scope.root(), data);
                    if (isWanted(map.get("$when"), inner)) {
                        bound.add(object(map, inner));
                    }
                }
            } else {
                Object value = value(node, scope);
                if (value != null) {
                    bound.add(value);
                }
            }
        }
        return bound;
    }

    private static boolean isWanted(@Nullable Object when, Scope scope) {
        return when == null || isTrue(String.valueOf(when), value(when, scope));
    }

    private static List<?> scopes(@Nullable Object expression, Scope scope) {
        Object data = expression == null ? scope.data() : value(expression, scope);
        return switch (data) {
            case null -> List.of();
            case List<?> items -> items;
            default -> List.of(data);
        };
    }

    private static @Nullable Object bind(String text, Scope scope) {
        Matcher binding = BINDING.matcher(text);
        if (binding.matches()) {
            return evaluate(binding.group(1), scope);
        }
        return binding.reset().replaceAll(found -> {
            Object value = evaluate(found.group(1), scope);
            return Matcher.quoteReplacement(value == null ? "" : value.toString());
        });
    }

    private static @Nullable Object evaluate(String expression, Scope scope) {
        Matcher parts = EXPRESSION.matcher(expression.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("cannot evaluate ${" + expression
                    + "}: use a path, exists(path), either with ! before it, path == 'text' or path != 'text'");
        }
        String asked = parts.group("asked");
        String operator = parts.group("operator");
        Object value = look(asked == null ? parts.group("path") : asked, scope);
        if (asked != null) {
            value = value != null;
        } else if (operator != null) {
            value = operator.equals("==") == String.valueOf(value).equals(parts.group("text"));
        }
        return parts.group("not").isEmpty() ? value : (Object) !isTrue(expression, value);
    }

    private static @Nullable Object look(String path, Scope scope) {
        Object at = scope.data();
        boolean first = true;
        for (String name : path.split("\\.", -1)) {
            if (first && name.equals("$root")) {
                at = scope.root();
            } else if (!(first && name.equals("$data"))) {
                if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
                    throw new IllegalArgumentException("${" + path + "} names \"" + name + "\", which the data lacks");
                }
                at = map.get(name);
            }
            first = false;
        }
        return at;
    }

    private static boolean isTrue(String expression, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException(
                expression + " is neither true nor false: use exists(path) to ask whether there is a value");
    }
}
