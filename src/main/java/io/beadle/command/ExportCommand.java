package io.beadle.command;

import io.beadle.privacy.AuditLog;
import io.beadle.register.BreachRegister;
import io.beadle.register.FoiTable;
import io.beadle.register.Formats;
import io.beadle.register.RegisterTable;
import io.beadle.register.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code export register FILE} and {@code export foi FILE}: writes the breach register, or the table for requests under the
 * Freedom of Information Act (G15), as XLSX or CSV. Nobody's role is known here, so restricted incidents are left out.
 */
final class ExportCommand {
    private static final String USAGE = "Usage: beadle export register|foi FILE.xlsx|FILE.csv";
    private static final int MISUSED = 64;
    private static final int FAILED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    ExportCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Returns 0 once the file is written, 1 if it failed, 64 if it was not understood. */
    int run(String[] args) {
        Arguments arguments = Arguments.of(args);
        List<String> words = arguments.words();
        if (words.size() != 2
                || !List.of("register", "foi").contains(words.getFirst())
                || !words.getLast().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|csv)")) {
            err.accept(USAGE);
            return MISUSED;
        }
        Path file = Path.of(words.getLast());
        try (ConfigurableApplicationContext context = arguments.open()) {
            Files.write(file, made(context, words.getFirst(), file));
            out.accept(file.toString());
            return 0;
        } catch (IOException e) {
            err.accept("Cannot write " + file + ": " + e.getMessage());
        } catch (RuntimeException e) {
            err.accept(Arguments.unread(e, "\"breach register\" or \"foi table\""));
        }
        return FAILED;
    }

    private static byte[] made(ConfigurableApplicationContext context, String what, Path file) {
        Instant now = context.getBean(InstantSource.class).instant();
        List<Table> tables = what.equals("foi")
                ? context.getBean(FoiTable.class).of(now)
                : List.of(context.getBean(RegisterTable.class)
                        .of(context.getBean(BreachRegister.class).unrestricted(), now));
        context.getBean(AuditLog.class)
                .add(
                        what.equals("foi") ? AuditLog.What.FOI_EXPORTED : AuditLog.What.REGISTER_EXPORTED,
                        "",
                        AuditLog.COMMAND_LINE,
                        now);
        Formats formats = context.getBean(Formats.class);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                ? formats.commaSeparated(tables)
                : formats.sheets(tables);
    }
}
