package io.beadle.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import io.beadle.pace.TurnPlaces;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The one client of Teams' connector (Bot Framework REST, v3). Every call blocks its virtual thread, and throws
 * {@link DeliveryException} for whatever is not a success.
 */
class Connector implements AutoCloseable {
    /** As many as there may be turns, so that no turn waits for another one's call. */
    static final int CONNECTIONS = 1_000;

    private static final int LARGEST_ANSWER_BYTES = 4 << 20;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** What was sent may have arrived all the same. */
    private static final Mono<byte[]> LATE = Mono.error(() -> new DeliveryException(0, "CallTimeout"));

    private final Credentials credentials;
    private final boolean loopbackOnly;
    private final RetryRules retries;
    private final Throttles throttles;
    private final Duration callWithin;
    private final ConnectionProvider pool;
    private final WebClient client;

    /**
     * @param answerWithin how long the platform may think about one request
     * @param callWithin how long a call may take as a whole: token, connection, every attempt and the waits between them
     */
    Connector(
            Credentials credentials,
            boolean loopbackOnly,
            RetryRules retries,
            Throttles throttles,
            Duration answerWithin,
            Duration callWithin) {
        this.credentials = credentials;
        this.loopbackOnly = loopbackOnly;
        this.retries = retries;
        this.throttles = throttles;
        this.callWithin = callWithin;
        this.pool = ConnectionProvider.builder("teams")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(2 * CONNECTIONS)
                .pendingAcquireTimeout(Duration.ofSeconds(10))
                // Shorter than the platform's own idle limit, so that a pooled connection is seldom a dead one.
                .maxIdleTime(Duration.ofSeconds(30))
                .evictInBackground(Duration.ofSeconds(30))
                .build();
        HttpClient http = HttpClient.create(pool)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
                .responseTimeout(answerWithin)
                // Netty would send a request again whose connection broke, though it may have arrived.
                .disableRetry(true);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
    }

    /** Says something in a conversation, in answer to an activity if it names one; returns the new activity's id, or "". */
    String send(String serviceUrl, String conversation, Activity activity) {
        @Nullable String replyTo = activity.getReplyToId();
        JsonNode answer = replyTo == null || replyTo.isEmpty()
                ? call(HttpMethod.POST, serviceUrl, activity, conversation, "activities")
                : call(HttpMethod.POST, serviceUrl, activity, conversation, "activities", replyTo);
        return answer.path("id").asText("");
    }

    void update(String serviceUrl, String conversation, String id, Activity activity) {
        call(HttpMethod.PUT, serviceUrl, activity, conversation, "activities", id);
    }

    void delete(String serviceUrl, String conversation, String id) {
        call(HttpMethod.DELETE, serviceUrl, null, conversation, "activities", id);
    }

    /**
     * The answer holds the conversation's {@code id}, and the {@code activityId} of its first message if there was one.
     *
     * @param near the channel in which it is a thread; of a personal chat, whose it is
     */
    JsonNode create(String serviceUrl, String near, Object conversation) {
        return call(HttpMethod.POST, URI.create(uri(serviceUrl)), near, conversation);
    }

    /** A page of a roster: {@code members}, and a {@code continuationToken} unless it is the last. */
    JsonNode members(String serviceUrl, String conversation, @Nullable String continuationToken) {
        String page = continuationToken == null ? "" : "&continuationToken=" + encode(continuationToken);
        URI uri = URI.create(uri(serviceUrl, conversation, "pagedmembers") + "?pageSize=500" + page);
        return call(HttpMethod.GET, uri, conversation, null);
    }

    /** {@code path} begins with the conversation. */
    private JsonNode call(HttpMethod method, String serviceUrl, @Nullable Object body, String... path) {
        return call(method, URI.create(uri(serviceUrl, path)), path[0], body);
    }

    private JsonNode call(HttpMethod method, URI uri, String conversation, @Nullable Object body) {
        if (loopbackOnly ? !Loopback.is(uri) : !Loopback.orHttps(uri)) {
            throw new DeliveryException(0, "ServiceUrlNotAllowed");
        }
        long begun = System.nanoTime();
        @Nullable String token = credentials.token(callWithin);
        WebClient.RequestBodySpec request = client.method(method).uri(uri);
        Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace.header()));
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(ActivityJson.write(body));
        }
        try {
            Mono<byte[]> answering = request.exchangeToMono(Connector::read)
                    .doOnError(
                            RetryRules.Refusal.class,
                            refusal -> retries.until(refusal).ifPresent(end -> throttles.hold(conversation, end)))
                    .retryWhen(retries.asRetry())
                    .timeout(callWithin.minusNanos(System.nanoTime() - begun), LATE);
            byte[] answer = TurnPlaces.aside(answering::block);
            return ActivityJson.tree(answer == null ? new byte[0] : answer);
        } catch (RetryRules.Refusal e) {
            throw new DeliveryException(e.status, e.code);
        } catch (WebClientRequestException e) {
            throw DeliveryException.of(e);
        }
    }

    private static Mono<byte[]> read(ClientResponse response) {
        Mono<byte[]> body = response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]);
        int status = response.statusCode().value();
        if (response.statusCode().is2xxSuccessful()) {
            return body;
        }
        return body.onErrorReturn(new byte[0])
                .flatMap(bytes -> Mono.error(new RetryRules.Refusal(
                        status, code(bytes), response.headers().asHttpHeaders())));
    }

    /** The platform's code alone: its message may quote what was sent. */
    private static String code(byte[] body) {
        JsonNode tree = ActivityJson.tree(body);
        String code = tree.path("error").path("code").asText(tree.path("code").asText(""));
        return CODE.matcher(code).matches() ? code : "";
    }

    private static String uri(String serviceUrl, String... path) {
        StringBuilder uri = new StringBuilder(serviceUrl)
                .append(serviceUrl.endsWith("/") ? "" : "/")
                .append("v3/conversations");
        for (String segment : path) {
            uri.append('/').append(encode(segment));
        }
        return uri.toString();
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
