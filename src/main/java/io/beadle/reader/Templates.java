package io.beadle.reader;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.beadle.reader.PolicyPages.Opened;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pages, out of the templates beside this class. All that comes out of a document is escaped by the library. */
final class Templates {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(Templates::source);

    private final Template policy = template("policy");
    private final Template list = template("list");
    private final Template notice = template("notice");

    /** What a page says that shows no policy. */
    record Notice(String path, String title, String text) {}

    String policy(Opened opened) {
        return policy.execute(opened);
    }

    String list(Opened opened) {
        return list.execute(opened);
    }

    String notice(Notice said) {
        return notice.execute(said);
    }

    private static Template template(String name) {
        return COMPILER.loadTemplate(name);
    }

    private static Reader source(String name) {
        InputStream template = Objects.requireNonNull(
                Templates.class.getResourceAsStream(name + ".mustache"), () -> "There is no template " + name);
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
