package io.beadle.reader;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.beadle.reader.Templates.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /policies…}: whatever opens nothing gets one and the same page, so that it tells nothing. */
final class ReaderEndpoint implements AutoCloseable {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final Duration STYLE_KEPT = Duration.ofHours(1);

    /** No script at all: searching is a form, and all else is links. */
    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final PolicyPages pages;
    private final Templates templates = new Templates();
    private final String missing;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("reader-", 0).factory());

    ReaderEndpoint(PolicyPages pages, String path) {
        this.pages = pages;
        missing = templates.notice(new Notice(
                path,
                "This link does not open a policy",
                "Links to policies work for some hours. This one has expired, or it was cut short on its way."
                        + " Ask Beadle your question again in Microsoft Teams: its answer has a fresh link."));
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/policies", this::list)
                .GET("/policies/style/reader.css", request -> style())
                .GET("/policies/{slug}", this::open)
                .route(path("/policies/**"), request -> missing())
                .build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        String search = request.queryParam("q").orElse("");
        return written(request, () -> pages.list(search).map(templates::list));
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        Visit visit = Visit.of(
                request.pathVariable("slug"), name -> request.queryParam(name).orElse(null));
        return written(request, () -> pages.open(visit).map(templates::policy));
    }

    /**
     * On a thread of its own, because who asks for a document waits for the index. It begins when the request has been read
     * to its end: what is left of one would be taken for the next on the same connection (RFC 9112, 9.3).
     */
    private Mono<ServerResponse> written(ServerRequest request, Supplier<Optional<String>> page) {
        return request.bodyToMono(byte[].class)
                .then(Mono.fromFuture(() -> CompletableFuture.supplyAsync(page, threads)))
                .flatMap(html -> html.map(text -> page(HttpStatus.OK, text)).orElseGet(this::missing));
    }

    private Mono<ServerResponse> missing() {
        return page(HttpStatus.NOT_FOUND, missing);
    }

    private static Mono<ServerResponse> page(HttpStatus status, String html) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .headers(headers -> {
                    headers.set("Content-Security-Policy", CONTENT_SECURITY);
                    headers.set("Cross-Origin-Opener-Policy", "same-origin");
                    headers.set("Cross-Origin-Resource-Policy", "same-origin");
                    headers.set("Referrer-Policy", "no-referrer");
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("X-Robots-Tag", "noindex, nofollow");
                    headers.set(HttpHeaders.CACHE_CONTROL, "private, no-store");
                })
                .bodyValue(html);
    }

    private static Mono<ServerResponse> style() {
        return ServerResponse.ok()
                .contentType(CSS)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(STYLE_KEPT))
                .bodyValue(new ClassPathResource("reader.css", ReaderEndpoint.class));
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
