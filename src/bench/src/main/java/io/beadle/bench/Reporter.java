package io.beadle.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;

/** Somebody who reports, presses what is on the cards that come, and tries again where nothing came. */
final class Reporter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TRIES = 5;
    private static final int PATIENCE_SECONDS = 10;

    private final int number;
    private final Users users;
    private final Endpoint endpoint;
    private final Teams teams;
    private final List<Double> steps = new ArrayList<>();
    private int triedAgain;

    Reporter(int number, Users users, Endpoint endpoint, Teams teams) {
        this.number = number;
        this.users = users;
        this.endpoint = endpoint;
        this.teams = teams;
    }

    /** What was confirmed: when it was sent, by {@link System#nanoTime()}, and how long that took. */
    record Confirmed(String reference, long sentAt, double millis) {}

    /** How long each step before the last took, in milliseconds. */
    List<Double> steps() {
        return steps;
    }

    int triedAgain() {
        return triedAgain;
    }

    /** Says what happened, fills in the card that comes, goes on by so many steps, and sends. */
    Optional<Confirmed> reports(String text, Map<String, String> answers, int stepsBefore) throws InterruptedException {
        Optional<JsonNode> card = begins(text);
        for (int step = 0; step < stepsBefore && card.isPresent(); step++) {
            long begin = System.nanoTime();
            card = presses("report.next", card.get(), step == 0 ? answers : Map.of());
            steps.add((System.nanoTime() - begin) / 1e6);
        }
        if (card.isEmpty()) {
            return Optional.empty();
        }
        long begin = System.nanoTime();
        return presses("report.send", card.get(), stepsBefore == 0 ? answers : Map.of())
                .map(receipt -> Teams.REFERENCE.matcher(receipt.toString()))
                .filter(Matcher::find)
                .map(reference -> new Confirmed(reference.group(), begin, (System.nanoTime() - begin) / 1e6));
    }

    private Optional<JsonNode> begins(String text) throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            CompletableFuture<JsonNode> card = teams.card("a:chat-" + number);
            users.turn(endpoint, number, text).block();
            try {
                return Optional.of(card.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                triedAgain++;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }

    /** The card that came in place of the one pressed on. */
    private Optional<JsonNode> presses(String verb, JsonNode card, Map<String, String> inputs)
            throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Users.Reply reply = users.post(endpoint, invoke(verb, card, inputs)).block();
            if (reply.isWell()) {
                JsonNode shown = Teams.tree(reply.body()).path("value");
                if (shown.isObject()) {
                    return Optional.of(shown);
                }
            }
            triedAgain++;
            Thread.sleep(2_000);
        }
        return Optional.empty();
    }

    private String invoke(String verb, JsonNode card, Map<String, String> inputs) {
        ObjectNode data = card.findValues("data").stream()
                .filter(values -> values.path("verb").asText().equals(verb))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + verb + " on " + card))
                .deepCopy();
        inputs.forEach(data::put);
        ObjectNode activity = JSON.createObjectNode()
                .put("type", "invoke")
                .put("name", "adaptiveCard/action")
                .put("id", UUID.randomUUID().toString())
                .put("channelId", "msteams")
                .put("serviceUrl", users.connector().toString())
                .put("replyToId", "1");
        activity.putObject("from")
                .put("id", "29:user-" + number)
                .put("name", "User " + number)
                .put("aadObjectId", "00000000-0000-0000-0000-%012d".formatted(number));
        activity.putObject("recipient").put("id", "28:bot").put("name", "Beadle");
        activity.putObject("conversation")
                .put("id", "a:chat-" + number)
                .put("conversationType", "personal")
                .put("tenantId", ScriptedPlatform.TENANT);
        activity.putObject("channelData").putObject("tenant").put("id", ScriptedPlatform.TENANT);
        ObjectNode value = activity.putObject("value").put("trigger", "manual");
        value.putObject("action")
                .put("type", "Action.Execute")
                .put("verb", verb)
                .set("data", data);
        return activity.toString();
    }
}
