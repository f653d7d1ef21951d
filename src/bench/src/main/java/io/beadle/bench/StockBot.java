package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.MessageFactory;
import com.microsoft.bot.connector.authentication.SimpleChannelProvider;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * An echo bot on botbuilder-java's own adapter and its own HTTP client. In front of it is the server that Beadle has
 * too, and every turn has a virtual thread, so that nothing but the adapter sets its pace.
 */
final class StockBot {
    private final ObjectMapper mapper = new JacksonAdapter().serializer();
    private final BotFrameworkHttpAdapter adapter =
            new BotFrameworkHttpAdapter(new SimpleCredentialProvider("", ""), new SimpleChannelProvider());
    private final Bot echo = turn ->
            turn.sendActivity(MessageFactory.text(turn.getActivity().getText())).thenApply(sent -> null);
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    private StockBot() {}

    public static void main(String[] args) {
        StockBot bot = new StockBot();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asByteArray()
                        .flatMap(body -> Mono.fromFuture(CompletableFuture.runAsync(() -> bot.turn(body), bot.threads)))
                        .then(response.status(200).send()))
                .bindNow()
                .onDispose()
                .block();
    }

    private void turn(byte[] body) {
        try {
            adapter.processIncomingActivity("", mapper.readValue(body, Activity.class), echo)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
