package io.beadle.content;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The card templates, by the name of their file without its ending. */
public final class CardTemplates {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Map<String, CardTemplate> templates;

    private CardTemplates(Map<String, CardTemplate> templates) {
        this.templates = Map.copyOf(templates);
    }

    /**
     * Reads every template the bundled folder has, from the configured one, and renders each with the bundled sample:
     * that has what Beadle fills in, and nothing else.
     */
    static CardTemplates load(ContentFolder folder, List<Problem> problems) throws IOException {
        Map<String, CardTemplate> templates = new HashMap<>();
        for (String file :
                folder.bundled(".json").filter(f -> !f.endsWith(".sample.json")).toList()) {
            String name = file.substring(0, file.length() - ".json".length());
            read(folder, file, problems).map(CardTemplate::new).ifPresent(template -> {
                templates.put(name, template);
                tryOut(folder, name, template, problems);
            });
        }
        return new CardTemplates(templates);
    }

    /**
     * The card with the data in place.
     *
     * @throws IllegalArgumentException if there is no such template, or it names what the data does not have
     */
    public Map<String, Object> render(String name, Map<String, ?> data) {
        CardTemplate template = templates.get(name);
        if (template == null) {
            throw new IllegalArgumentException("No card template is called " + name);
        }
        return template.render(data);
    }

    private static void tryOut(ContentFolder folder, String name, CardTemplate template, List<Problem> problems) {
        String sample = name + ".sample.json";
        try {
            read(new ContentFolder(folder.name(), null), sample, problems).ifPresent(template::render);
        } catch (IllegalArgumentException | IOException e) {
            problems.add(new Problem(folder.label(name + ".json"), 0, "with " + sample + ": " + e.getMessage()));
        }
    }

    private static Optional<Map<String, Object>> read(ContentFolder folder, String file, List<Problem> problems)
            throws IOException {
        Optional<String> text = folder.read(file);
        if (text.isEmpty()) {
            problems.add(new Problem(folder.label(file), 0, "the file is missing"));
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(text.get(), TREE));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new Problem(folder.label(file), line, "not readable as JSON: " + e.getOriginalMessage()));
            return Optional.empty();
        }
    }
}
