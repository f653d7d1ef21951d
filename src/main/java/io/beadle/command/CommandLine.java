package io.beadle.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;

/** What the words after {@code beadle} mean. Standard output carries a command's answer alone; all else is logged. */
public final class CommandLine {
    private static final int MISUSED = 64;
    private static final String USAGE = """
            Usage: beadle [COMMAND] [--property=value …]

              serve                      take what Teams sends (the default)
              try                        serve, with the Agents Playground beside it to talk to
              ask "QUESTION"             answer one question from the policies
              ask --batch FILE --json    answer each line of a file, as one line of JSON
              self-test                  test the Beadle that runs, or what can be tested without it
              check                      list every mistake in the content and the policies
              paper-form [FILE.pdf]      write the form on paper for when Teams is down
              export register FILE       write the breach register, as XLSX or CSV
              export foi FILE            write the table for Freedom of Information requests
              backup FILE.zip            copy the embedded store, while Beadle runs on it or not
              restore FILE.zip           put such a copy back; Beadle must not run
              keys make|add|use|drop FILE  make the keys for personal data, or change them
              prepare                    once after an upgrade: makes later starts faster (./beadle alone)
              store [--port=N]           the embedded store alone, for several Beadles on this machine
              subject-access "NAME" FILE write what there is about somebody, as XLSX, for the rights team
              retention --dry-run        tell what would be deleted now; --certificates: what was
              verify-audit [N:HASH]      prove that no record was altered, up to a head noted before
              help                       this

            Every property of the README's configuration table can be given, such as
            --beadle.knowledge.sources=/srv/policies
            """;

    private CommandLine() {}

    /**
     * Runs the command that the arguments name.
     *
     * @param application what {@code serve} starts
     * @return the exit status of a command that has ended; empty when Beadle was started and goes on
     */
    public static OptionalInt run(Class<?> application, String... args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return run(out, System.err, application, args);
    }

    static OptionalInt run(PrintStream out, PrintStream err, Class<?> application, String... args) {
        String first = args.length == 0 ? "serve" : args[0];
        String command = first.equals("--help") ? "help" : first.startsWith("--") ? "serve" : first;
        String[] rest = args.length > 0 && args[0].equals(command) ? Arrays.copyOfRange(args, 1, args.length) : args;
        return switch (command) {
            case "serve" -> serve(application, rest);
            case "try" -> OptionalInt.of(new TryCommand(out::println).run(application, rest));
            case "ask" -> OptionalInt.of(new AskCommand(out, err).run(List.of(rest)));
            case "rehearse" -> OptionalInt.of(new RehearseCommand(err::println).run(application, rest));
            case "self-test" -> OptionalInt.of(new SelfTestCommand(out, err).run(rest));
            case "check" -> OptionalInt.of(new CheckCommand(out).run(rest));
            case "paper-form" -> OptionalInt.of(new PaperFormCommand(out, err).run(rest));
            case "export" -> OptionalInt.of(new ExportCommand(out, err).run(rest));
            case "backup" -> OptionalInt.of(new BackupCommand(out, err).backup(rest));
            case "restore" -> OptionalInt.of(new BackupCommand(out, err).restore(rest));
            case "keys" -> OptionalInt.of(new KeysCommand(out, err).run(rest));
            case "store" -> OptionalInt.of(new StoreCommand(out, err).run(rest));
            case "subject-access" -> OptionalInt.of(new SubjectAccessCommand(out, err).run(rest));
            case "retention" -> OptionalInt.of(new RetentionCommand(out, err).run(rest));
            case "verify-audit" -> OptionalInt.of(new VerifyAuditCommand(out, err).run(rest));
            case "help", "-h" -> {
                out.print(USAGE);
                yield OptionalInt.of(0);
            }
            default -> {
                err.print("There is no command \"" + command + "\".\n\n" + USAGE);
                yield OptionalInt.of(MISUSED);
            }
        };
    }

    private static OptionalInt serve(Class<?> application, String[] args) {
        SpringApplication.run(application, args);
        return OptionalInt.empty();
    }
}
