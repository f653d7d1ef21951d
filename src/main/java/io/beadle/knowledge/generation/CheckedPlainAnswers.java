package io.beadle.knowledge.generation;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.PlainAnswer;
import io.beadle.knowledge.PlainAnswers;
import io.beadle.knowledge.Question;
import io.beadle.pace.TurnPlaces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the model, and keeps of its answer what the cited passages support. Each outcome is counted. */
@Service
class CheckedPlainAnswers implements PlainAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedPlainAnswers.class);

    /** More at once would wait for each other at most endpoints; who finds no place gets the quotes alone. */
    private static final int AT_ONCE = 16;

    /** Where an endpoint does not say what was used: four characters are about a token. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final @Nullable StreamingChatModel model;
    private final Duration timeout;
    private final Budget budget;
    private final Support support;
    private final MeterRegistry meters;
    private final Semaphore free = new Semaphore(AT_ONCE);

    CheckedPlainAnswers(LlmProperties properties, Support support, MeterRegistry meters, InstantSource clock) {
        model = Models.of(properties);
        timeout = properties.timeout();
        budget = new Budget(properties.dailyTokens(), clock);
        this.support = support;
        this.meters = meters;
    }

    @Override
    public boolean isConfigured() {
        return model != null;
    }

    @Override
    public Optional<PlainAnswer> write(Question question, Answer.Answered answer, Consumer<PlainAnswer> soFar) {
        if (model == null) {
            return Optional.empty();
        }
        if (!budget.isLeft()) {
            return none("over-budget");
        }
        if (!free.tryAcquire()) {
            return none("busy");
        }
        try {
            StreamingChatModel asked = model;
            return TurnPlaces.aside(() -> write(
                    asked,
                    Prompt.of(question.text(), answer.citations()),
                    new Draft(answer.citations(), support, soFar)));
        } finally {
            free.release();
        }
    }

    private Optional<PlainAnswer> write(StreamingChatModel asked, ChatRequest request, Draft draft) {
        Listener listener = new Listener(draft);
        try {
            asked.chat(request, listener);
            listener.ended.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            Optional<PlainAnswer> plain = draft.finish();
            count(plain.isPresent() ? "written" : "unsupported");
            return plain;
        } catch (TimeoutException e) {
            return none("slow");
        } catch (ExecutionException | RuntimeException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            LOG.warn("llm failed cause={}", cause.getClass().getName());
            return none("failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none("failed");
        } finally {
            draft.abandon();
            budget.use(listener.tokens(Prompt.characters(request)));
        }
    }

    private Optional<PlainAnswer> none(String outcome) {
        count(outcome);
        return Optional.empty();
    }

    private void count(String outcome) {
        meters.counter("beadle.llm.answers", "outcome", outcome).increment();
    }

    /** Hands to the draft what comes, until it has enough. */
    private static final class Listener implements StreamingChatResponseHandler {
        private final Draft draft;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final AtomicInteger characters = new AtomicInteger();
        private volatile int told;

        Listener(Draft draft) {
            this.draft = draft;
        }

        @Override
        public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
            characters.addAndGet(partial.text().length());
            if (ended.isDone() || !draft.add(partial.text())) {
                context.streamingHandle().cancel();
                ended.complete(null);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            @Nullable
            Integer total =
                    response.tokenUsage() == null ? null : response.tokenUsage().totalTokenCount();
            told = total == null ? 0 : total;
            ended.complete(null);
        }

        @Override
        public void onError(Throwable error) {
            ended.completeExceptionally(error);
        }

        int tokens(int charactersSent) {
            return told > 0 ? told : (charactersSent + characters.get()) / CHARACTERS_PER_TOKEN;
        }
    }
}
