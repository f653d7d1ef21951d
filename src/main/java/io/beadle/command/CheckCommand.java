package io.beadle.command;

import io.beadle.configuration.ConfigurationCheck;
import io.beadle.content.ContentLoader;
import io.beadle.content.ContentProperties;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicySources;
import io.beadle.knowledge.StoredIndex;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * {@code check}: every mistake in the content, the policies and the reader's settings, one a line, before anybody meets it in
 * Teams; and what is left to the council to fill in, which is no mistake.
 */
final class CheckCommand {
    private static final int MISTAKES = 1;

    private static final String NO_INDEX = "Index: none yet; the first start or question makes it.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private final Consumer<String> out;

    CheckCommand(PrintStream out) {
        this.out = out::println;
    }

    @ComponentScan("io.beadle.knowledge.document")
    @ComponentScan(
            basePackages = "io.beadle.knowledge.index",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StoredIndex.class))
    @EnableConfigurationProperties({KnowledgeProperties.class, ContentProperties.class})
    static class Checked {}

    /** Returns 0 when all is well, else 1. */
    int run(String[] args) {
        List<String> problems = new ArrayList<>();
        List<String> reminders = new ArrayList<>();
        String index;
        try (ConfigurableApplicationContext properties = WithoutServer.start(ManagementPort.Nothing.class, args)) {
            ConfigurationCheck.problems(properties.getEnvironment())
                    .forEach(problem -> problems.add(problem.toString()));
        }
        if (!problems.isEmpty()) { // nothing else can be looked at with a configuration that is wrong
            problems.forEach(out);
            out.accept(problems.size() + " to correct in the configuration; then check again for the rest.");
            return MISTAKES;
        }
        try (ConfigurableApplicationContext context = WithoutServer.start(Checked.class, args)) {
            PolicySources sources = context.getBean(PolicySources.class);
            ContentProperties content = context.getBean(ContentProperties.class);
            boolean registered = context.getBean(KnowledgeProperties.class).isRegistered(content);
            ContentLoader loader = new ContentLoader(content);
            loader.reminders().forEach(reminder -> reminders.add("To fill in: " + reminder));
            loader.problems(registered ? Optional.of(sources.names()) : Optional.empty())
                    .forEach(problem -> problems.add(problem.toString()));
            problems.addAll(sources.problems());
            index = context.getBean(StoredIndex.class)
                    .newest()
                    .map(CheckCommand::line)
                    .orElse(NO_INDEX);
        }
        problems.forEach(out);
        reminders.forEach(out);
        out.accept(index);
        out.accept(problems.isEmpty() ? "No mistakes." : problems.size() + " to correct.");
        return problems.isEmpty() ? 0 : MISTAKES;
    }

    private static String line(StoredIndex.Summary index) {
        return "Index: version %d of %s, %d documents; %s"
                .formatted(
                        index.version(),
                        TIME.format(index.indexed().atZone(ZoneId.systemDefault())),
                        index.documents(),
                        index.current()
                                ? "it is of the policies as they are now."
                                : "the policies have changed since, and the next start or question makes another.");
    }
}
