package io.beadle.knowledge.answer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Counts how many answers had to be looked for and how many had been given before. */
@Component
class AnswerMeters implements MeterBinder {
    private static final String NAME = "beadle.knowledge.answers";

    private final CitingAssistant assistant;

    AnswerMeters(CitingAssistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        RememberedAnswers remembered = assistant.remembered();
        FunctionCounter.builder(NAME, remembered, RememberedAnswers::found)
                .tag("from", "memory")
                .register(registry);
        FunctionCounter.builder(NAME, remembered, RememberedAnswers::computed)
                .tag("from", "index")
                .register(registry);
    }
}
