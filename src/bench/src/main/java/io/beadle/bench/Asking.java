package io.beadle.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import reactor.netty.DisposableServer;

/**
 * Turns a second where each is a question that is answered from 10,000 passages, beside turns that ask nothing, by turns on one
 * Beadle that checks tokens.
 */
final class Asking implements Measurement {
    static final String NAME = "questions";
    static final int PASSAGES = 10_000;
    static final int USERS = 256;
    static final Duration LATENCY = Duration.ofMillis(100);

    private static final int TOKENS = 8_192;
    private static final String CONDITION = "100 ms";
    /** "answer.busy" of bot/messages.properties: no answer, and not counted as one. */
    private static final String BUSY = "Many people are asking at once";

    private static final String ASKED = "beadle_knowledge_answers_total";
    private static final String KNOWN = ASKED + "\\{.*from=\"memory\".*";

    private static final String NO_QUESTION = "no question";

    private final LongAdder all = new LongAdder();
    private final LongAdder busy = new LongAdder();
    private final LongAdder quoted = new LongAdder();

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Passages passages = Passages.of(PASSAGES);
        DisposableServer connector = ScriptedConnector.start(0, LATENCY, this::count);
        URI address = URI.create("http://127.0.0.1:" + connector.port());
        Users users = new Users(USERS, address);
        try (ScriptedPlatform platform = new ScriptedPlatform();
                Server beadle = Server.beadle(DataFolder.empty(), platform, passages.options())) {
            Endpoint endpoint = new Endpoint(beadle.endpoint(), platform.tokens(address.toString(), TOKENS));
            beadle.awaitAnswer(users, endpoint);
            Map<String, Supplier<String>> texts = new LinkedHashMap<>();
            texts.put(NO_QUESTION, Throughput.THANKS);
            texts.put("80 % repeats", new Questions(0.8, 0));
            texts.put("cold", new Questions(0, Questions.HALF));
            Map<String, List<Round>> rounds = new LinkedHashMap<>();
            Map<String, List<Answers>> answers = new LinkedHashMap<>();
            for (Supplier<String> each : texts.values()) {
                users.warmUp(endpoint, each, scale.warmUp().dividedBy(2));
            }
            for (int i = 0; i < scale.rounds(); i++) {
                for (String kind : texts.keySet()) {
                    List.of(all, busy, quoted).forEach(LongAdder::reset);
                    double asked = beadle.metric(ASKED);
                    double known = beadle.metric(KNOWN);
                    Round round = Round.of(users, endpoint, texts.get(kind), scale, beadle, List.of());
                    double knownPercent =
                            100 * (beadle.metric(KNOWN) - known) / Math.max(1, beadle.metric(ASKED) - asked);
                    rounds.computeIfAbsent(kind, none -> new ArrayList<>()).add(round);
                    answers.computeIfAbsent(kind, none -> new ArrayList<>()).add(Answers.of(this, round, knownPercent));
                }
            }
            texts.keySet().forEach(kind -> add(results, kind, rounds.get(kind), answers.get(kind)));
        } finally {
            connector.disposeNow();
        }
    }

    /**
     * How many of a round's turns were answered at all, and of the answers the parts that quote a policy and that say "busy"; and the
     * part of the questions whose answer was remembered.
     */
    private record Answers(double perSecond, double quotedPercent, double busyPercent, double knownPercent) {
        static Answers of(Asking asking, Round round, double knownPercent) {
            double all = Math.max(1, asking.all.sum());
            double busy = asking.busy.sum() / all;
            return new Answers(
                    round.perSecond() * (1 - busy), 100 * asking.quoted.sum() / all, 100 * busy, knownPercent);
        }
    }

    private static void add(Results results, String kind, List<Round> rounds, List<Answers> answers) {
        results.add(
                NAME,
                CONDITION,
                kind,
                "answers/s",
                answers.stream().map(Answers::perSecond).toList());
        Round.add(results, NAME, CONDITION, kind, rounds);
        results.add(
                NAME,
                CONDITION,
                kind,
                "quoted %",
                answers.stream().map(Answers::quotedPercent).toList());
        results.add(
                NAME,
                CONDITION,
                kind,
                "busy %",
                answers.stream().map(Answers::busyPercent).toList());
        results.add(
                NAME,
                CONDITION,
                kind,
                "known %",
                answers.stream().map(Answers::knownPercent).toList());
        double without = results.median(NAME, CONDITION, NO_QUESTION, "answers/s");
        results.add(
                NAME, CONDITION, kind, "x no question", results.median(NAME, CONDITION, kind, "answers/s") / without);
    }

    private void count(ScriptedConnector.Taken taken) {
        String body = taken.body();
        if (body.contains("card.adaptive")) {
            return; // the buttons under an answer
        }
        all.increment();
        if (body.contains(BUSY)) {
            busy.increment();
        } else if (body.contains("\"citation\"")) {
            quoted.increment();
        }
    }
}
