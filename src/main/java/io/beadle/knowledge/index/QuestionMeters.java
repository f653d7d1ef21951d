package io.beadle.knowledge.index;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Counts how many questions had to be embedded and how many had been asked before. */
@Component
class QuestionMeters implements MeterBinder {
    private static final String NAME = "beadle.knowledge.question.vectors";

    private final LiveIndex index;

    QuestionMeters(LiveIndex index) {
        this.index = index;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(NAME, index, live -> live.questionVectors(QuestionVectors::found))
                .tag("from", "memory")
                .register(registry);
        FunctionCounter.builder(NAME, index, live -> live.questionVectors(QuestionVectors::computed))
                .tag("from", "models")
                .register(registry);
    }
}
