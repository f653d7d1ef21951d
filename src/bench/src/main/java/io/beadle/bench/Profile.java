package io.beadle.bench;

import java.nio.file.Path;
import java.time.Duration;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/** Where the processor time of a turn goes: a flame graph of a warm Beadle that checks tokens, while 256 people talk to it. */
final class Profile implements Measurement {
    static final String NAME = "profile";

    private static final int DEEPEST = 512;

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Path recording = Server.TARGET.resolve("turns.jfr").toAbsolutePath();
        Path graph = Server.TARGET.resolve("turns.html");
        try (ScriptedPlatform platform = new ScriptedPlatform();
                Server connector = Server.of("connector", ScriptedConnector.class, "100");
                Server beadle = Server.beadle(DataFolder.withIndex(), platform)) {
            Users users = new Users(Throughput.USERS, connector.address());
            Endpoint endpoint = new Endpoint(
                    beadle.endpoint(), platform.tokens(connector.address().toString(), Throughput.TOKENS));
            beadle.awaitAnswer(users, endpoint);
            Duration warmUp = scale.warmUp();
            users.warmUp(endpoint, Throughput.THANKS, warmUp.multipliedBy(2));
            beadle.jcmd("JFR.configure", "stackdepth=" + DEEPEST);
            // who waits in native code uses no processor
            beadle.jcmd("JFR.start", "name=turns", "settings=profile", "jdk.NativeMethodSample#enabled=false");
            users.warmUp(endpoint, Throughput.THANKS, warmUp);
            beadle.jcmd("JFR.stop", "name=turns", "filename=" + recording);
        }
        JfrToFlame.convert(
                recording.toString(),
                graph.toString(),
                new Arguments("--title", "A turn: 256 people talk", "--simple", "--norm", "--minwidth", "0.3"));
        System.out.println("Open " + graph);
    }
}
