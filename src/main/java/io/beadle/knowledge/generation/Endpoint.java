package io.beadle.knowledge.generation;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The way to the model, under limits. langchain4j's own client reads a body for as long and as much as the other side
 * sends, error pages too: one that never ends would hold a thread and fill the memory.
 */
final class Endpoint implements HttpClient {
    /** A streamed answer of 400 tokens is about 120 kB with all that is around each of them. */
    private static final int MOST_BYTES = 1_000_000;

    private final java.net.http.HttpClient client;
    private final Duration longest;

    /** @param longest from the request to the end of its answer */
    Endpoint(Duration longest) {
        this.longest = longest;
        client = java.net.http.HttpClient.newBuilder().connectTimeout(longest).build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("Only streamed answers are asked for");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Thread.ofVirtual().name("llm-answer").start(() -> {
            try {
                read(client.send(of(request), BodyHandlers.ofInputStream()), parser, listener);
            } catch (IOException | RuntimeException e) {
                listener.onError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                listener.onError(e);
            }
        });
    }

    private void read(
            HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        try (InputStream body = new Limited(response.body())) {
            closeInTime(body);
            if (response.statusCode() / 100 != 2) {
                throw new HttpException(response.statusCode(), "");
            }
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .build());
            parser.parse(body, listener);
        }
        listener.onClose();
    }

    private void closeInTime(InputStream body) {
        Executor later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            try {
                body.close();
            } catch (IOException e) {
                // it is closed all the same: the reader gets an exception of its own
            }
        });
    }

    private java.net.http.HttpRequest of(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(longest)
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** A body that fails when it has become too long. */
    private static final class Limited extends FilterInputStream {
        private int left = MOST_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return counted(read, read);
        }

        private int counted(int result, int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("The answer is longer than " + MOST_BYTES + " bytes");
            }
            return result;
        }
    }
}
