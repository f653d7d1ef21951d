package io.beadle.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rehearse}: a start and some hundred turns with made-up people, in a folder that is deleted afterwards. What Java notes
 * meanwhile, which classes there are and which methods are used most, makes later starts faster: {@code ./beadle prepare} runs it.
 */
final class RehearseCommand {
    private static final int ENOUGH = 40;
    private static final int FAILED = 1;
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    /** A card, an answer, something in no policy, and a report; the first button of each card is pressed, with nothing filled in. */
    private static final List<String> SAID = List.of(
            "help",
            "What do I do if my laptop is stolen?",
            "Can I use my own phone for work emails?",
            "How long should a password be?",
            "Who won the football last night?",
            "I've left my work phone on the train");

    private final int rounds;
    private final Consumer<String> out;
    private final Queue<JsonNode> shown = new ConcurrentLinkedQueue<>();

    RehearseCommand(Consumer<String> out) {
        this(ENOUGH, out);
    }

    RehearseCommand(int rounds, Consumer<String> out) {
        this.rounds = rounds;
        this.out = out;
    }

    /** 0; 1 where Beadle answered something as it should not. */
    int run(Class<?> application, String[] args) {
        try {
            Path folder = Files.createTempDirectory("beadle-rehearsal");
            try {
                return inside(folder, application, args);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            out.accept("The rehearsal broke off: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int inside(Path folder, Class<?> application, String[] args) throws IOException, InterruptedException {
        String[] here = Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--beadle.data-dir=" + folder,
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.config.location=classpath:/",
                                "--logging.level.root=ERROR",
                                "--beadle.limits.activities.at-once=100000",
                                "--beadle.limits.activities.per-minute=100000",
                                "--beadle.limits.questions.at-once=100000",
                                "--beadle.limits.questions.per-minute=100000"))
                .toArray(String[]::new);
        DisposableServer teams = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .doOnNext(this::note)
                        .then(response.header("content-type", "application/json")
                                .sendString(Mono.just("{\"id\":\"1\"}"))
                                .then()))
                .bindNow();
        try (ConfigurableApplicationContext beadle = alone(application).run(here);
                HttpClient http = HttpClient.newHttpClient()) {
            URI endpoint = URI.create(
                    "http://127.0.0.1:" + beadle.getEnvironment().getProperty("local.server.port") + "/api/messages");
            String platform = "http://127.0.0.1:" + teams.port();
            for (int round = 0; round < rounds; round++) {
                for (String said : SAID) {
                    send(http, endpoint, says(said, platform, round));
                }
                List<JsonNode> cards = List.copyOf(shown);
                shown.clear();
                for (JsonNode card : cards) {
                    List<JsonNode> actions = card.findParents("verb");
                    if (!actions.isEmpty()) {
                        send(http, endpoint, presses(actions.getFirst(), platform, round));
                    }
                }
            }
            return 0;
        } finally {
            teams.disposeNow();
        }
    }

    /** What this machine is configured to is not touched: neither its database nor its Teams, nor anybody it could write to. */
    private static SpringApplication alone(Class<?> application) {
        StandardEnvironment nothing = new StandardEnvironment();
        nothing.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        nothing.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        SpringApplication beadle = new SpringApplication(application);
        beadle.setEnvironment(nothing);
        return beadle;
    }

    private void note(String sent) {
        JsonNode activity = JsonMapper.shared().readTree(sent);
        activity.path("attachments").forEach(attachment -> shown.add(attachment.path("content")));
    }

    private static void send(HttpClient http, URI endpoint, Map<String, Object> activity)
            throws IOException, InterruptedException {
        int status = http.send(
                        HttpRequest.newBuilder(endpoint)
                                .timeout(ANSWER_WITHIN)
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(activity)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IOException("Beadle answered " + status);
        }
    }

    private static Map<String, Object> says(String text, String platform, int person) {
        Map<String, Object> activity = activity("message", platform, person);
        activity.put("text", text);
        return activity;
    }

    private static Map<String, Object> presses(JsonNode action, String platform, int person) {
        Map<String, Object> activity = activity("invoke", platform, person);
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", "1");
        activity.put("value", Map.of("trigger", "manual", "action", action));
        return activity;
    }

    private static Map<String, Object> activity(String type, String platform, int person) {
        return new HashMap<>(Map.of(
                "type", type,
                "id", UUID.randomUUID().toString(),
                "channelId", "msteams",
                "serviceUrl", platform,
                "from",
                        Map.of(
                                "id",
                                "29:person-" + person,
                                "name",
                                "Person " + person,
                                "aadObjectId",
                                "person-" + person),
                "recipient", Map.of("id", "28:beadle", "name", "Beadle"),
                "conversation", Map.of("id", "a:chat-" + person, "conversationType", "personal")));
    }
}
