package io.beadle.selftest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks every part how it is, all at once, and waits twelve seconds at most for the slowest. */
@Component
public final class SelfTest {
    /** Teams waits 15 seconds for the answer to what somebody wrote. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    /** Whoever asks again this soon gets the same answer: others are asked for it, such as the token service. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(SelfTest.class);

    private final List<SelfCheck> checks;
    private final Duration longest;
    private final InstantSource clock;
    private volatile @Nullable Result last;

    /**
     * What was found.
     *
     * @param findings the worst first, and by what they are about
     */
    public record Result(Instant at, List<Finding> findings) {
        /** The worst there is. */
        public Finding.State state() {
            return findings.isEmpty() ? Finding.State.OK : findings.getFirst().state();
        }

        public List<Finding> in(Finding.State state) {
            return findings.stream().filter(finding -> finding.state() == state).toList();
        }
    }

    /** Of these parts. */
    @Autowired
    public SelfTest(List<SelfCheck> checks, InstantSource clock) {
        this(checks, LONGEST, clock);
    }

    SelfTest(List<SelfCheck> checks, Duration longest, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.longest = longest;
        this.clock = clock;
    }

    /** The last result, if there was one; null before. */
    public @Nullable Result last() {
        return last;
    }

    /** Tests everything, one caller at a time. */
    public synchronized Result run() {
        Instant now = clock.instant();
        Result before = last;
        if (before != null
                && !before.at().plus(GOOD_FOR).isBefore(now)
                && !before.at().isAfter(now)) {
            return before;
        }
        List<FutureTask<List<Finding>>> asked =
                checks.stream().map(check -> ask(check, now)).toList();
        long end = System.nanoTime() + longest.toNanos();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            findings.addAll(answer(asked.get(i), checks.get(i), end - System.nanoTime()));
        }
        findings.sort(Comparator.comparing(Finding::state).reversed().thenComparing(Finding::about));
        Result result = new Result(now, List.copyOf(findings));
        last = result;
        return result;
    }

    private static FutureTask<List<Finding>> ask(SelfCheck check, Instant now) {
        FutureTask<List<Finding>> task = new FutureTask<>(() -> check.look(now));
        Thread.ofVirtual().name("self-test").start(task);
        return task;
    }

    private static List<Finding> answer(FutureTask<List<Finding>> asked, SelfCheck check, long nanos) {
        try {
            return asked.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return List.of(Finding.failed(check.about(), "selftest.silent"));
        } catch (ExecutionException e) {
            // the class alone: a message may hold what is stored
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            String cause = thrown.getClass().getSimpleName();
            log.warn("self-test broke about={} cause={}", check.about(), cause);
            return List.of(Finding.failed(check.about(), "selftest.broke", cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.failed(check.about(), "selftest.silent"));
        }
    }
}
