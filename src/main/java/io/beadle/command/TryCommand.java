package io.beadle.command;

import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** {@code try}: Beadle with the Agents Playground beside it, and a colleague who acknowledges when asked. */
final class TryCommand {
    /** The Playground's signed-in person, and one of the others; see {@code m365agentsplayground.yml}. */
    private static final String REPORTER = "00000000-0000-0000-0000-0000000000a1";

    /** Whoever reports a lost phone may not acknowledge until IT has confirmed their account (G5): these two may. */
    private static final List<Person> COLLEAGUES = List.of(
            new Person("00000000-0000-0000-0000-0000000000a2", "Priya Shah"),
            new Person("00000000-0000-0000-0000-0000000000a3", "Dafydd Rees"));

    private final Consumer<String> out;
    private final HttpClient http = HttpClient.newHttpClient();

    TryCommand(Consumer<String> out) {
        this.out = out;
    }

    /** Runs until it is stopped; 0, or 69 where the Playground did not start. */
    int run(Class<?> application, String[] args) {
        try {
            return runUntilStopped(application, args);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int runUntilStopped(Class<?> application, String[] args) throws InterruptedException {
        ConfigurableApplicationContext context = SpringApplication.run(application, args);
        String endpoint =
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/api/messages";
        if (!Playground.isNodeHere()) {
            out.accept("Beadle listens at " + endpoint + ". Node is not installed, so there is no Agents Playground"
                    + " to talk to it: install Node 20 or later and run this again.");
            Thread.currentThread().join();
        }
        Path folder = Path.of(context.getEnvironment().getProperty("beadle.data-dir", "data"), "playground");
        try {
            Playground playground = Playground.start(endpoint, folder);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(playground::close));
        } catch (IOException e) {
            out.accept(String.valueOf(e.getMessage()));
            return 69;
        }
        introduce();
        letColleagueAcknowledge(context, endpoint);
        Thread.currentThread().join();
        return 0;
    }

    private void introduce() {
        out.accept("""

                Open http://localhost:%d and say to Beadle, for example:
                  1. In the channel "Security desk", as a new post:  @Beadle desk
                  2. In the personal chat:  What do I do if my laptop is stolen?
                  3. In the personal chat:  I've left my work phone on the train
                The alert appears in the channel, where two people must acknowledge it. Not you: it is your phone.
                Press Enter here to let %s do so, and again for %s. Ctrl-C stops both.
                """.formatted(
                        Playground.PORT,
                        COLLEAGUES.getFirst().name(),
                        COLLEAGUES.getLast().name()));
    }

    /** On each Enter, until standard input ends. */
    private void letColleagueAcknowledge(ConfigurableApplicationContext context, String endpoint)
            throws InterruptedException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (int pressed = 0; in.readLine() != null; pressed++) {
                out.accept(acknowledge(context, endpoint, COLLEAGUES.get(pressed % COLLEAGUES.size())));
            }
        } catch (IOException e) {
            out.accept("Standard input is closed: your colleagues cannot be asked any more.");
        }
    }

    /** Posts what Teams posts when somebody presses Acknowledge. */
    private String acknowledge(ConfigurableApplicationContext context, String endpoint, Person colleague)
            throws IOException, InterruptedException {
        Optional<Incident> alerted = context.getBean(Incidents.class).reportedBy(REPORTER, 10).stream()
                .filter(incident -> incident.deskPost() != null)
                .findFirst();
        DeskPost post = alerted.map(Incident::deskPost).orElse(null);
        if (post == null) {
            return "There is no alert in the channel yet.";
        }
        Address desk = context.getBean(ConversationReferences.class)
                .find(post.conversation())
                .orElseThrow();
        String reference = alerted.orElseThrow().reference();
        Map<String, Object> activity = Map.of(
                "type", "invoke",
                "name", "adaptiveCard/action",
                "id", UUID.randomUUID().toString(),
                "channelId", "msteams",
                "serviceUrl", desk.serviceUrl(),
                "replyToId", post.activity(),
                "from", Map.of("id", "29:" + colleague.id(), "name", colleague.name(), "aadObjectId", colleague.id()),
                "recipient", Map.of("id", desk.bot(), "name", "Beadle"),
                "conversation", Map.of("id", desk.conversation(), "conversationType", "channel", "isGroup", true),
                "value",
                        Map.of(
                                "trigger",
                                "manual",
                                "action",
                                Map.of(
                                        "type", "Action.Execute",
                                        "verb", "incident.acknowledge",
                                        "data", Map.of("incident", reference))));
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(URI.create(endpoint))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                JsonMapper.shared().writeValueAsBytes(activity)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 200
                ? colleague.name() + " pressed Acknowledge on " + reference + "."
                : "Beadle answered " + answer.statusCode() + ".";
    }
}
