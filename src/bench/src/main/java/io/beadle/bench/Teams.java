package io.beadle.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.netty.DisposableServer;

/** The scripted connector in this process, so that it can be told when what comes to people and to the desk. */
final class Teams implements AutoCloseable {
    static final String DESK = "19:security-desk@thread.tacv2";
    static final Pattern REFERENCE = Pattern.compile("INC-\\d{4}-\\d{4,}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DisposableServer server;
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Long> alerts = new ConcurrentHashMap<>();
    private final List<AtDesk> atDesk = new ArrayList<>();

    Teams(Duration latency) {
        server = ScriptedConnector.start(0, latency, this::taken);
    }

    /** A post or an update that came to the desk's channel, at a time of {@link System#nanoTime()}. */
    record AtDesk(long nanos, boolean isPost) {}

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The next card of a report that comes to a chat. */
    CompletableFuture<JsonNode> card(String chat) {
        CompletableFuture<JsonNode> card = new CompletableFuture<>();
        awaited.put(chat, card);
        return card.whenComplete((came, failed) -> awaited.remove(chat, card));
    }

    /** When the desk was first shown a report, if it was. */
    Optional<Long> alerted(String reference) {
        return Optional.ofNullable(alerts.get(reference));
    }

    List<AtDesk> atDesk() {
        synchronized (atDesk) {
            return List.copyOf(atDesk);
        }
    }

    private void taken(ScriptedConnector.Taken taken) {
        long now = System.nanoTime();
        String path = URLDecoder.decode(taken.path(), StandardCharsets.UTF_8);
        boolean begins = path.endsWith("/v3/conversations") && taken.body().contains(DESK);
        if (begins || (path.contains(DESK) && path.contains("/activities"))) {
            synchronized (atDesk) {
                atDesk.add(new AtDesk(now, taken.method().equals("POST")));
            }
            Matcher references = REFERENCE.matcher(taken.body());
            while (references.find()) {
                alerts.putIfAbsent(references.group(), now);
            }
        } else if (taken.body().contains("\"report.send\"")) {
            Optional.ofNullable(awaited.get(
                            path.replaceFirst("^/v3/conversations/", "").replaceFirst("/.*", "")))
                    .ifPresent(card -> card.complete(tree(taken.body()).at("/attachments/0/content")));
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
