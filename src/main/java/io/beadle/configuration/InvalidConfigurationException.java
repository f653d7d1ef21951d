package io.beadle.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration has mistakes: its message is the page that lists them. */
public class InvalidConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(List<ConfigurationProblem> problems) {
        super(page(problems));
    }

    private static String page(List<ConfigurationProblem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining(
                        "\n", "The configuration has " + problems.size() + " to correct:\n\n", "\n"));
    }
}
