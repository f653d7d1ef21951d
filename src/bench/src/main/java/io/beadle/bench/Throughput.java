package io.beadle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns a second of Beadle, of what a user would pick instead and of the least that can be done, by turns in one run. */
final class Throughput implements Measurement {
    static final String NAME = "throughput";
    static final List<String> PEERS = List.of("botbuilder", "teams-sdk", "botbuilder-java");

    /** What asks nothing and is answered with one message. */
    static final Supplier<String> THANKS = () -> "thanks";

    private static final String LIMIT = "bare";
    private static final String CONNECTOR = "connector";
    /** Of a Beadle that was talked to for less long. */
    static final String EARLY = ", after ";

    static final int USERS = 256;
    /** So many that no cache of tokens could stand in for the checks of one round. */
    static final int TOKENS = 8_192;

    @Override
    public void take(Scale scale, Results results) throws Exception {
        try (ScriptedPlatform platform = new ScriptedPlatform();
                Server checked = Server.beadle(DataFolder.withIndex(), platform);
                Server unchecked = Server.beadle(DataFolder.withIndex());
                Server botbuilder = Server.node(PEERS.get(0));
                Server teams = Server.node(PEERS.get(1));
                Server stock = Server.of(PEERS.get(2), StockBot.class)) {
            Duration warmUp = scale.longWarmUp();
            int rounds = scale.rounds();
            for (int latency : scale.latencies()) {
                try (Server connector = Server.of(CONNECTOR, ScriptedConnector.class, String.valueOf(latency));
                        Server bare = Server.withoutJackson(
                                LIMIT, BareHandler.class, connector.address().toString())) {
                    Users users = new Users(USERS, connector.address());
                    Map<Server, Endpoint> targets = new LinkedHashMap<>();
                    targets.put(
                            checked,
                            new Endpoint(
                                    checked.endpoint(),
                                    platform.tokens(connector.address().toString(), TOKENS)));
                    for (Server server : List.of(unchecked, botbuilder, teams, stock, bare)) {
                        targets.put(server, Endpoint.unchecked(server.endpoint()));
                    }
                    targets.put(
                            connector,
                            Endpoint.unchecked(connector.address().resolve("/v3/conversations/one/activities")));
                    Map<String, List<Round>> taken = new LinkedHashMap<>();
                    for (Server server : targets.keySet()) {
                        Endpoint endpoint = targets.get(server);
                        server.awaitAnswer(users, endpoint);
                        if (!server.isBeadle()) {
                            users.warmUp(endpoint, THANKS, scale.warmUp().dividedBy(3));
                            continue;
                        }
                        if (latency == scale.latencies().getFirst()) {
                            users.warmUp(endpoint, THANKS, scale.warmUp());
                            taken.put(
                                    server.name() + EARLY + scale.warmUp().toSeconds() + " s",
                                    List.of(Round.of(users, endpoint, THANKS, scale, server, List.of(connector))));
                        }
                        users.warmUp(endpoint, THANKS, warmUp);
                    }
                    taken.putAll(measured(users, targets, connector, scale, rounds));
                    add(results, latency + " ms", taken);
                    warmUp = scale.warmUp().dividedBy(5);
                    rounds = Math.max(1, scale.rounds() / 3);
                }
            }
        }
    }

    /** So many rounds, in each of which all of them have their turn. */
    private static Map<String, List<Round>> measured(
            Users users, Map<Server, Endpoint> targets, Server connector, Scale scale, int count)
            throws InterruptedException {
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < count; round++) {
            for (Server server : targets.keySet()) {
                List<Server> others = server == connector ? List.of() : List.of(connector);
                rounds.computeIfAbsent(server.name(), none -> new ArrayList<>())
                        .add(Round.of(users, targets.get(server), THANKS, scale, server, others));
            }
        }
        return rounds;
    }

    private static void add(Results results, String latency, Map<String, List<Round>> rounds) {
        rounds.forEach((server, taken) -> Round.add(results, NAME, latency, server, taken));
        double bare = results.median(NAME, latency, LIMIT, "turns/s");
        double best = PEERS.stream()
                .mapToDouble(peer -> results.median(NAME, latency, peer, "turns/s"))
                .max()
                .orElseThrow();
        rounds.keySet().stream().filter(server -> !server.equals(CONNECTOR)).forEach(server -> {
            double rate = results.median(NAME, latency, server, "turns/s");
            results.add(NAME, latency, server, "x best peer", rate / best);
            results.add(NAME, latency, server, "x bare", rate / bare);
        });
    }
}
