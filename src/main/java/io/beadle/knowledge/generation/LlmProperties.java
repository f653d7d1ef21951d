package io.beadle.knowledge.generation;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenAI-compatible endpoint: OpenAI's own, Azure's, Ollama's and others.
 *
 * @param baseUrl what {@code /chat/completions} is appended to, such as {@code http://localhost:11434/v1}; null for no model
 * @param model as the endpoint names it
 * @param apiKey sent as a bearer token; null where the endpoint wants none
 * @param timeout after so long the quotes are shown alone
 * @param dailyTokens how many tokens, in and out, each instance may use in a day of UTC; 0 for no limit
 */
@ConfigurationProperties("beadle.llm")
public record LlmProperties(
        @Nullable URI baseUrl,
        @Nullable String model,
        @Nullable String apiKey,
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("1000000") long dailyTokens) {
    /** Refuses half a configuration. */
    public LlmProperties {
        if (baseUrl != null && (model == null || model.isBlank())) {
            throw new IllegalArgumentException(
                    "beadle.llm.base-url is set and beadle.llm.model is not: name the model, or"
                            + " leave both out for quoted answers only");
        }
        if (baseUrl != null
                && (baseUrl.getHost() == null
                        || !String.valueOf(baseUrl.getScheme()).startsWith("http"))) {
            throw new IllegalArgumentException(
                    "beadle.llm.base-url is no web address: name one such as https://llm.example.gov.uk/v1");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofSeconds(12)) > 0) {
            throw new IllegalArgumentException("beadle.llm.timeout is " + timeout
                    + ": name more than 0 and at most 12 seconds, because Teams sends a question again after 15");
        }
        if (dailyTokens < 0) {
            throw new IllegalArgumentException("beadle.llm.daily-tokens is below 0: name a number, or 0 for no limit");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LlmProperties[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
