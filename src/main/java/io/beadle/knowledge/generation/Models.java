package io.beadle.knowledge.generation;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The configured model. */
final class Models {
    private static final int MOST_TOKENS = 400;

    private Models() {}

    /** Null where none is configured. */
    static @Nullable StreamingChatModel of(LlmProperties properties) {
        if (properties.baseUrl() == null) {
            return null;
        }
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new Bounded(properties.timeout()))
                .baseUrl(properties.baseUrl().toString())
                .apiKey(properties.apiKey() == null ? "none" : properties.apiKey())
                .modelName(properties.model())
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .timeout(properties.timeout())
                .build();
    }

    /** The one timeout is for all of a call. */
    private record Bounded(Duration timeout) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration other) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration other) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new Endpoint(timeout);
        }
    }
}
