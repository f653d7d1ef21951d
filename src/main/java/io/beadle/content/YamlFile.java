package io.beadle.content;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A YAML file held against a JSON schema, each mistake with the line it stands in. */
final class YamlFile {
    private static final NodeReader READER =
            NodeReader.builder().locationAware().build();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final String label;
    private final List<Problem> problems;
    private JsonNode tree = MissingNode.getInstance();

    YamlFile(String label, List<Problem> problems) {
        this.label = label;
        this.problems = problems;
    }

    /** What a schema cannot say of a value; each mistake is reported with the JSON pointer to where it stands. */
    @FunctionalInterface
    interface Rules<T> {
        void check(T value, BiConsumer<String, String> mistake);
    }

    /** What is put together in a file before it is held against its schema; takes a mistake with the node it is in. */
    @FunctionalInterface
    interface Preparation {
        void prepare(JsonNode tree, BiConsumer<JsonNode, String> mistake);
    }

    /** The file as a value, or empty once it was found not to keep its schema; all mistakes are reported. */
    <T> Optional<T> read(ContentFolder folder, String file, Class<T> type, Rules<T> rules) throws IOException {
        return read(folder, file, (tree, mistake) -> {}, type, rules);
    }

    /** The same of a file in which something is put together first. */
    <T> Optional<T> read(ContentFolder folder, String file, Preparation preparation, Class<T> type, Rules<T> rules)
            throws IOException {
        Optional<String> text = folder.read(file);
        if (text.isEmpty()) {
            problems.add(new Problem(label, 0, "the file is missing"));
            return Optional.empty();
        }
        try {
            tree = READER.readTree(text.get(), InputFormat.YAML);
            int before = problems.size();
            preparation.prepare(tree, (node, what) -> problems.add(new Problem(label, line(node), what)));
            IdentityHashMap<JsonNode, Set<String>> said = new IdentityHashMap<>();
            for (Error error : schema(file).validate(tree)) {
                JsonNode node = error.getInstanceNode();
                // what the preparation put in several places is wrong once
                if (said.computeIfAbsent(node, n -> new HashSet<>()).add(error.getMessage())) {
                    problems.add(new Problem(label, line(node), describe(error)));
                }
            }
            if (problems.size() > before) {
                return Optional.empty();
            }
            T value = MAPPER.treeToValue(tree, type);
            rules.check(value, (pointer, what) -> {
                JsonNode node = tree.at(pointer);
                // the same of what stands in several places: each mistake begins with the name of the place
                String alike = what.substring(what.indexOf(' ') + 1);
                if (said.computeIfAbsent(node, n -> new HashSet<>()).add(alike)) {
                    problems.add(new Problem(label, line(node), what));
                }
            });
            return Optional.of(value);
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            problems.add(new Problem(
                    label, where == null ? 0 : where.getLineNr(), "not readable as YAML: " + e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    /** What is wrong with what stands there in the file as it was read, found later. */
    Problem at(String pointer, String what) {
        return new Problem(label, line(tree.at(pointer)), what);
    }

    /** The same of a file that may be missing. */
    <T> Optional<T> readIfThere(ContentFolder folder, String file, Class<T> type, Rules<T> rules) throws IOException {
        return folder.read(file).isEmpty() ? Optional.empty() : read(folder, file, type, rules);
    }

    private static String describe(Error error) {
        String where = error.getInstanceLocation().toString();
        return (where.isEmpty() ? "" : where + ": ") + error.getMessage();
    }

    private static int line(@Nullable JsonNode node) {
        TokenStreamLocation location = node == null ? null : JsonNodes.tokenStreamLocationOf(node);
        return location == null ? 0 : location.getLineNr();
    }

    private static Schema schema(String file) throws IOException {
        String name = file.replace(".yaml", ".schema.json");
        try (InputStream in = new ClassPathResource(name, YamlFile.class).getInputStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }
}
