package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionExpiryTests {
    private static final Duration DAY = QuestionExpiry.ASKER.plusMillis(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final AskedQuestions asked =
            StoredQuestions.in(SharedStore.newDatabase()).asked();
    private final QuestionExpiry expiry = new QuestionExpiry(asked);

    @Test
    void afterADayOnlyGapsAreLeftAndNothingOfWhoAsked() {
        keep("answered", Outcome.ANSWERED, null);
        keep("refused", Outcome.CLOSEST, null);
        keep("event", Outcome.CLOSEST, "lost-device");
        keep("disliked", Outcome.ANSWERED, null);
        asked.change("disliked", question -> question.reacted(Reaction.DISLIKE));
        after(DAY.minusMillis(1));
        assertThat(asked.find("answered")).isPresent();
        after(Duration.ofMillis(1));
        assertThat(asked.find("answered")).isEmpty();
        assertThat(asked.find("event")).isEmpty();
        assertThat(asked.gaps(TestCards.SATURDAY, 9))
                .hasSize(2)
                .allSatisfy(gap -> assertThat(gap.asker()).isNull())
                .allSatisfy(gap -> assertThat(gap.text()).isEqualTo("\u2026 see it?"))
                .allSatisfy(gap -> assertThat(gap.activity()).isEmpty());
    }

    @Test
    void whoWaitsForAPersonIsKnownUntilADayAfterTheAnswer() {
        keep("asked", Outcome.CLOSEST, null);
        asked.change("asked", question -> question.enquire("May Jo Bell see it?", null, now.get()));
        after(OpenQuestions.GIVEN_UP);
        assertThat(asked.find("asked").orElseThrow().asker()).isNotNull();
        asked.change("asked", question -> question.reply(new Reply("No, Jo may not.", null, "Alex Marsh", now.get())));
        after(DAY);
        AskedQuestion left = asked.find("asked").orElseThrow();
        assertThat(left.asker()).isNull();
        assertThat(String.valueOf(left.enquiry())).doesNotContain("Jo", "Bell", "Alex");
        assertThat(left.isGap()).isTrue();
    }

    @Test
    void gapsAreForgottenAfterAYear() {
        keep("refused", Outcome.CLOSEST, null);
        after(QuestionExpiry.GAPS);
        assertThat(asked.find("refused")).isPresent();
        after(Duration.ofMillis(1));
        assertThat(asked.find("refused")).isEmpty();
    }

    private void after(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        expiry.sweep(now.get());
    }

    private void keep(String key, Outcome outcome, @Nullable String type) {
        asked.keep(AskedQuestion.of(
                key,
                now.get(),
                "May Jo Bell see it?",
                "May Jo Bell see it?",
                outcome,
                List.of("p-1"),
                type,
                new Asker("sam", "Sam", "29:sam", "chat", "chat"),
                "activity-" + key));
    }
}
