package io.beadle.bench;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/** The limit: takes a body, makes one call with WebClient, answers. It parses nothing, stores nothing, has no thread. */
final class BareHandler {
    private static final byte[] REPLY =
            "{\"type\":\"message\",\"text\":\"You are welcome.\"}".getBytes(StandardCharsets.UTF_8);

    private BareHandler() {}

    /** Serves at a port and calls a connector's address. */
    public static void main(String[] args) {
        WebClient client = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create(ConnectionProvider.create("bare", 1_000))))
                .build();
        RouterFunction<ServerResponse> routes = route().POST(
                        "/api/messages",
                        request -> request.bodyToMono(byte[].class)
                                .flatMap(body -> client.post()
                                        .uri(args[1] + "/v3/conversations/one/activities")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue(REPLY)
                                        .retrieve()
                                        .bodyToMono(byte[].class))
                                .flatMap(sent -> ServerResponse.ok().build()))
                .build();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow()
                .onDispose()
                .block();
    }
}
