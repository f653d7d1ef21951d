package io.beadle.sweep;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Runs the sweeps. One that fails holds up no other, and is logged by its class alone: the message may quote what somebody
 * typed. A command of the command line schedules nothing, and so sweeps nothing.
 */
@Component
class Sweeper implements SchedulingConfigurer {
    static final Duration AFTER_START = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final List<Sweep> sweeps;
    private final InstantSource clock;

    Sweeper(List<Sweep> sweeps, InstantSource clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        sweeps.forEach(sweep ->
                registrar.addFixedDelayTask(new FixedDelayTask(() -> run(sweep), sweep.every(), sweep.afterStart())));
    }

    private void run(Sweep sweep) {
        String name = sweep.getClass().getSimpleName();
        try {
            long done = sweep.sweep(clock.instant());
            if (done > 0) {
                log.info("swept name={} count={}", name, done);
            }
        } catch (RuntimeException e) {
            log.warn("not swept name={} cause={}", name, e.getClass().getName());
        }
    }
}
