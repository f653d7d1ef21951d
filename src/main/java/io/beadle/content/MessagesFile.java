package io.beadle.content;

import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts Beadle says: the bundled ones, with an officer's in their place, so that none is ever missing. */
final class MessagesFile {
    private static final String FILE = "messages.properties";
    private static final Pattern QUOTED = Pattern.compile("''|'[{}]+'");

    private MessagesFile() {}

    static Messages read(ContentFolder folder, List<Problem> problems) throws IOException {
        Map<String, String> texts =
                texts(new ContentFolder(folder.name(), null).read(FILE).orElse(""));
        String source = folder.read(FILE).orElse("");
        Map<String, String> edited = texts(source);
        edited.forEach((key, text) -> problem(key, text, texts.get(key))
                .ifPresent(what -> problems.add(new Problem(folder.label(FILE), line(source, key), what))));
        texts.putAll(edited);
        return new Messages(texts);
    }

    private static Optional<String> problem(String key, String text, @Nullable String bundled) {
        if (bundled == null) {
            return Optional.of("nothing uses the key " + key + ": see the bundled file for the keys");
        }
        int arguments = arguments(text);
        if (arguments < 0) {
            return Optional.of(key + " has a { or ' out of place: write '{' for a brace and '' for an apostrophe");
        }
        int filled = arguments(bundled);
        return arguments <= filled
                ? Optional.empty()
                : Optional.of(key + " has {" + (arguments - 1) + "}, which nothing fills in: "
                        + (filled == 0 ? "this text has none" : "{0} to {" + (filled - 1) + "} are there"));
    }

    /** How many arguments the text has room for, or -1 if it is not fit to be filled in. */
    private static int arguments(String text) {
        if (QUOTED.matcher(text).replaceAll("").contains("'")) {
            return -1;
        }
        try {
            return new MessageFormat(text, Locale.UK).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** Where the key stands: its last place, which is the one that counts. */
    private static int line(String source, String key) {
        Matcher found = Pattern.compile("^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=: \\t]", Pattern.MULTILINE)
                .matcher(source);
        int line = 0;
        while (found.find()) {
            line = (int) source.substring(0, found.start()).lines().count() + 1;
        }
        return line;
    }

    private static Map<String, String> texts(String source) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(source));
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
