package io.beadle.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads all content and lists all that is wrong with it. */
public final class ContentLoader {
    private static final String REPORT_TYPES = "report-types.yaml";
    private static final String CONTACTS = "contacts.yaml";
    private static final String MESSAGES = "messages.properties";

    private final ContentFolder bot;
    private final ContentFolder cards;

    public ContentLoader(ContentProperties properties) {
        bot = new ContentFolder("bot", properties.bot());
        cards = new ContentFolder("adaptive-cards", properties.cards());
    }

    /**
     * The content as it now is.
     *
     * @throws InvalidContentException with every mistake
     */
    public Content load() {
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<ReportTypes> types = reportTypes(problems);
            Optional<Contacts> contacts =
                    new YamlFile(bot.label(CONTACTS), problems).read(bot, CONTACTS, Contacts.class);
            Messages messages = messages(problems);
            CardTemplates templates = CardTemplates.load(cards, problems);
            if (!problems.isEmpty()) {
                throw new InvalidContentException(problems);
            }
            return new Content(types.orElseThrow(), contacts.orElseThrow(), messages, templates);
        } catch (IOException e) {
            throw new UncheckedIOException("The content could not be read", e);
        }
    }

    private Optional<ReportTypes> reportTypes(List<Problem> problems) throws IOException {
        String label = bot.label(REPORT_TYPES);
        Optional<ReportTypes> types = new YamlFile(label, problems).read(bot, REPORT_TYPES, ReportTypes.class);
        types.ifPresent(read -> new ReportTypeRules(what -> problems.add(new Problem(label, 0, what))).check(read));
        return types;
    }

    /** The bundled texts, with the configured folder's in their place: a text nobody has rewritten is never missing. */
    private Messages messages(List<Problem> problems) throws IOException {
        Map<String, String> texts = texts(new ContentFolder(bot.name(), null));
        Map<String, String> edited = texts(bot);
        edited.forEach((key, text) -> {
            if (!texts.containsKey(key)) {
                problems.add(new Problem(
                        bot.label(MESSAGES), 0, "nothing uses the key " + key + ": see the bundled file for the keys"));
            }
            if (!isPattern(text)) {
                problems.add(new Problem(
                        bot.label(MESSAGES),
                        0,
                        key + " has a { or ' out of place: write '{' for a brace and '' for '"));
            }
        });
        texts.putAll(edited);
        return new Messages(texts);
    }

    private static boolean isPattern(String text) {
        try {
            return !new MessageFormat(text, Locale.UK).toPattern().isEmpty() || text.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> texts(ContentFolder folder) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(folder.read(MESSAGES).orElse("")));
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
