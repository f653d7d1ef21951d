package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RightOfWayTests {
    private final RightOfWay rightOfWay = new RightOfWay();

    @Test
    void workInTheBackgroundWaitsWhileAQuestionIsComputed() throws Exception {
        rightOfWay.begin();
        rightOfWay.begin();
        Thread background = Thread.ofPlatform().start(rightOfWay::giveWay);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> background.getState() == Thread.State.TIMED_WAITING || !background.isAlive());
        rightOfWay.end();
        rightOfWay.end();

        assertThat(background.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void butNotForeverAndNotWhenNobodyAsks() {
        rightOfWay.begin();
        long begin = System.nanoTime();
        rightOfWay.giveWay();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(199), Duration.ofSeconds(10));

        rightOfWay.end();
        rightOfWay.giveWay();
    }
}
