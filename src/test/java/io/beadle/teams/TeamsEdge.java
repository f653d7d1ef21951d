package io.beadle.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.TurnContext;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The edge alone, as a running server over a MongoDB in memory, with a bot that does what the test says. */
final class TeamsEdge implements AutoCloseable {
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final List<String> gone = new CopyOnWriteArrayList<>();
    private volatile Consumer<TurnContext> bot = turn -> {};

    /** Not a configuration by its annotations, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = TeamsConfiguration.class)
    @ConfigurationPropertiesScan(basePackageClasses = TeamsConfiguration.class)
    private static final class Modules {}

    TeamsEdge(InstantSource clock, String... properties) {
        Bot scripted = turn -> {
            bot.accept(turn);
            return CompletableFuture.allOf();
        };
        String uri = mongo.bindAndGetConnectionString() + "/beadle";
        context = new SpringApplicationBuilder(Modules.class)
                .properties(Map.of("server.port", 0, "management.server.port", -1, "spring.mongodb.uri", uri))
                .initializers(fresh -> {
                    GenericApplicationContext beans = (GenericApplicationContext) fresh;
                    beans.registerBean(Bot.class, () -> scripted);
                    beans.registerBean(InstantSource.class, () -> clock);
                    beans.registerBean(ReactorResourceFactory.class, OwnThreads::factory);
                    beans.registerBean(Departures.class, () -> gone::add);
                })
                .run(Stream.concat(ports(properties), Stream.of(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
    }

    /** That of a bot which is registered with that platform. */
    static TeamsEdge registered(ScriptedPlatform platform, String... more) {
        return new TeamsEdge(
                InstantSource.system(),
                Stream.concat(
                                Stream.of(
                                        "beadle.teams.app-id=" + ScriptedPlatform.APP,
                                        "beadle.teams.tenant-id=" + ScriptedPlatform.TENANT,
                                        "beadle.teams.client-secret=not-so-secret",
                                        "beadle.teams.openid-metadata-url=" + platform.metadataUrl(),
                                        "beadle.teams.token-url=" + platform.tokenUrl()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Stream<String> ports(String... properties) {
        boolean managed = Stream.of(properties).anyMatch(property -> property.startsWith("management.server.port"));
        return managed ? Stream.of("server.port=0") : Stream.of("server.port=0", "management.server.port=-1");
    }

    void bot(Consumer<TurnContext> behaviour) {
        bot = behaviour;
    }

    /** The conversations of which it was told that they are no more. */
    List<String> gone() {
        return gone;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    HttpResponse<String> post(Map<String, Object> activity, String... headers) {
        return postAsync(activity, headers).join();
    }

    CompletableFuture<HttpResponse<String>> postAsync(Map<String, Object> activity, String... headers) {
        return send(Samples.json(activity), headers);
    }

    CompletableFuture<HttpResponse<String>> send(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/messages"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
        mongo.shutdown();
    }
}
