package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A registered Beadle that checks tokens, with a desk, a Teams whose connector takes 100 ms, and people. */
final class Council implements AutoCloseable {
    static final String LOST_PHONE = "I've left my work phone on the train";

    private static final int TOKENS = 8_192;
    private static final Duration LATENCY = Duration.ofMillis(100);

    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final Teams teams = new Teams(LATENCY);
    private final Path data = DataFolder.withIndex();
    private final Users users;
    private final Server beadle;
    private final Endpoint endpoint;

    /** @param connections how many of its people's activities can be under way */
    Council(int connections, String... options) throws Exception {
        users = new Users(connections, teams.address());
        beadle = Server.beadle(data, platform, options);
        endpoint =
                new Endpoint(beadle.endpoint(), platform.tokens(teams.address().toString(), TOKENS));
        beadle.awaitAnswer(users, endpoint);
        appointDesk();
    }

    Teams teams() {
        return teams;
    }

    Users users() {
        return users;
    }

    Server beadle() {
        return beadle;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Reporter reporter(int number) {
        return new Reporter(number, users, endpoint, teams);
    }

    /** What somebody says on the first card who has lost a phone. */
    static Map<String, String> ofLostPhone(int number) {
        return Map.of(
                "answer-danger", "no",
                "answer-what", "phone",
                "answer-where", "The 08:12 train, carriage " + number,
                "answer-happened", "now");
    }

    private void appointDesk() {
        ObjectNode activity = new ObjectMapper()
                .createObjectNode()
                .put("type", "message")
                .put("id", "desk-1")
                .put("channelId", "msteams")
                .put("serviceUrl", teams.address().toString())
                .put("text", "<at>Beadle</at> desk");
        activity.putObject("from")
                .put("id", "29:officer")
                .put("name", "Officer")
                .put("aadObjectId", ScriptedPlatform.ADMINISTRATOR);
        activity.putObject("recipient").put("id", "28:bot").put("name", "Beadle");
        activity.putObject("conversation")
                .put("id", Teams.DESK + ";messageid=1")
                .put("conversationType", "channel")
                .put("isGroup", true)
                .put("tenantId", ScriptedPlatform.TENANT);
        activity.putObject("channelData").putObject("tenant").put("id", ScriptedPlatform.TENANT);
        if (!users.post(endpoint, activity.toString()).block().isWell()) {
            throw new IllegalStateException("No desk: see " + beadle.log());
        }
    }

    /** Stops Beadle and has it count what is stored, with every chain of the audit checked. */
    int stored() throws IOException, InterruptedException {
        beadle.close();
        String said = Server.run(
                "verify-audit", "--beadle.data-dir=" + data, "--beadle.privacy.key-file=" + data.resolve("keys.json"));
        return said.lines()
                .filter(line -> line.matches("\\d+ incidents with .* every chain holds\\."))
                .map(line -> Integer.parseInt(line.replaceFirst(" .*", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The audit does not hold: " + said));
    }

    @Override
    public void close() {
        beadle.close();
        teams.close();
        platform.close();
    }
}
