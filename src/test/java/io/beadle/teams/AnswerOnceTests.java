package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.bot.schema.Activity;
import io.beadle.teams.AnsweredActivities.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a failing store does to a turn: before it, everything; after it, nothing. */
@ExtendWith(OutputCaptureExtension.class)
class AnswerOnceTests {
    private final AtomicInteger turns = new AtomicInteger();
    private final Activity activity = ActivityJson.read(
                    Samples.json(Samples.message("http://127.0.0.1:9/", "1", "hello"))
                            .getBytes(StandardCharsets.UTF_8))
            .orElseThrow();

    @Test
    void anAnswerThatCannotBeStoredStillAnswers(CapturedOutput log) {
        AnswerOnce once = new AnswerOnce(new FailingStore(false));

        assertThat(once.answer(activity, this::turn)).isEqualTo(new Reply(200, "1"));
        assertThat(log).contains("error=java.lang.IllegalStateException").doesNotContain("marker-text");
    }

    @Test
    void noTurnBeginsThatMayHaveBeenDone() {
        AnswerOnce once = new AnswerOnce(new FailingStore(true));

        assertThatIllegalStateException().isThrownBy(() -> once.answer(activity, this::turn));
        assertThat(turns).hasValue(0);
    }

    private Reply turn() {
        return new Reply(200, String.valueOf(turns.incrementAndGet()));
    }

    private record FailingStore(boolean unreadable) implements AnsweredActivities {
        @Override
        public Optional<Reply> find(String digest) {
            if (unreadable) {
                throw new IllegalStateException("marker-text");
            }
            return Optional.empty();
        }

        @Override
        public void store(String digest, Reply reply) {
            throw new IllegalStateException("marker-text");
        }

        @Override
        public long forget() {
            throw new IllegalStateException("marker-text");
        }
    }
}
