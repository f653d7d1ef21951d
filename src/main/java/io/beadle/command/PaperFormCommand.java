package io.beadle.command;

import io.beadle.content.Content;
import io.beadle.content.ContentLoader;
import io.beadle.content.ContentProperties;
import io.beadle.content.InvalidContentException;
import io.beadle.paper.FormTooLongException;
import io.beadle.paper.PaperForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code paper-form}: writes the form for when Teams is down, from the content as it is now. */
final class PaperFormCommand {
    private static final String FILE = "beadle-paper-form.pdf";
    private static final int REFUSED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    PaperFormCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    @EnableConfigurationProperties(ContentProperties.class)
    static class Read {}

    /** Returns 0 once the file is written, else 1: a file that was there stays as it was. */
    int run(String[] args) {
        Path file = Path.of(Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--"))
                .findFirst()
                .orElse(FILE));
        String[] properties =
                Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new);
        try (ConfigurableApplicationContext context = WithoutServer.start(Read.class, properties)) {
            Content content = new ContentLoader(context.getBean(ContentProperties.class)).load();
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            new PaperForm(content).write(form);
            Files.write(file, form.toByteArray());
            out.accept(file.toString());
            return 0;
        } catch (InvalidContentException | FormTooLongException e) {
            err.accept(e.getMessage());
        } catch (IOException e) {
            err.accept("Cannot write " + file + ": " + e.getMessage());
        }
        return REFUSED;
    }
}
