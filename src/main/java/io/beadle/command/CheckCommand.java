package io.beadle.command;

import io.beadle.content.ContentLoader;
import io.beadle.content.ContentProperties;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicySources;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** {@code check}: every mistake in the content and the policies, one a line, before anybody meets it in Teams. */
final class CheckCommand {
    private static final int MISTAKES = 1;

    private final Consumer<String> out;

    CheckCommand(PrintStream out) {
        this.out = out::println;
    }

    @ComponentScan("io.beadle.knowledge.document")
    @EnableConfigurationProperties({KnowledgeProperties.class, ContentProperties.class})
    static class Checked {}

    /** Returns 0 when all is well, else 1. */
    int run(String[] args) {
        List<String> problems = new ArrayList<>();
        try (ConfigurableApplicationContext context = WithoutServer.start(Checked.class, args)) {
            PolicySources sources = context.getBean(PolicySources.class);
            ContentProperties content = context.getBean(ContentProperties.class);
            boolean registered = context.getBean(KnowledgeProperties.class).isRegistered(content);
            new ContentLoader(content)
                    .problems(registered ? Optional.of(sources.names()) : Optional.empty())
                    .forEach(problem -> problems.add(problem.toString()));
            problems.addAll(sources.problems());
        }
        problems.forEach(out);
        out.accept(problems.isEmpty() ? "No mistakes." : problems.size() + " to correct.");
        return problems.isEmpty() ? 0 : MISTAKES;
    }
}
