package io.beadle.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much of everything.
 *
 * @param warmUp how long each server is talked to before anything counts
 * @param longWarmUp how long Beadle is talked to besides, where its turns are compared with those of servers that are warm at once
 * @param latencies of the connector in milliseconds
 * @param rounds that are counted; of the second latency a third of them
 * @param uncounted of each round, before what is counted
 * @param counted of each round
 * @param starts measured starts
 * @param reports of each of the conditions under which the way from report to alert is measured
 * @param flood reports in the flood; always as many a second as 5,000 in a minute
 * @param floodWithin how long they may take until all of them are confirmed
 * @param floodWatched how long the channel is watched after that
 * @param questions asked one after the other
 * @param passages the most that are searched by meaning
 */
record Scale(
        Duration warmUp,
        Duration longWarmUp,
        List<Integer> latencies,
        int rounds,
        Duration uncounted,
        Duration counted,
        int starts,
        int reports,
        int flood,
        Duration floodWithin,
        Duration floodWatched,
        int questions,
        int passages) {

    /** What figures are taken with: some twenty minutes for all. */
    static Scale whole() {
        return new Scale(
                Duration.ofSeconds(30),
                Duration.ofSeconds(90),
                List.of(100, 0),
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                3,
                30,
                5_000,
                Duration.ofSeconds(100),
                Duration.ofSeconds(10),
                1_000,
                1_000_000);
    }

    /** Whether it all works, and about how: some five minutes for all. */
    static Scale brief() {
        return new Scale(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                List.of(100),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                1,
                12,
                500,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                300,
                10_000);
    }

    /** With so many passages at most. */
    Scale upTo(int most) {
        return new Scale(
                warmUp,
                longWarmUp,
                latencies,
                rounds,
                uncounted,
                counted,
                starts,
                reports,
                flood,
                floodWithin,
                floodWatched,
                questions,
                most);
    }
}
