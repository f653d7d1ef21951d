package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.BundledContent;
import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class QuestionExpiryTests {
    private static final Retention RETENTION = BundledContent.CONTENT.retention();
    private static final Duration DAY = RETENTION.of(Kept.ASKERS).plusMillis(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final AskedQuestions asked = StoredQuestions.in(mongo).asked();
    private final CuratedAnswers curated = StoredQuestions.in(mongo).curated();
    private final QuestionExpiry expiry = new QuestionExpiry(asked, curated, RETENTION, StoredAudit.deletions(mongo));

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
        after(RETENTION.of(Kept.ENQUIRIES));
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
        after(RETENTION.of(Kept.QUESTIONS));
        assertThat(asked.find("refused")).isPresent();
        after(Duration.ofMillis(1));
        assertThat(asked.find("refused")).isEmpty();
    }

    @Test
    void answersThatNobodyStandsForAnyMoreGoAYearAfterTheyWereToBeReviewed() {
        LocalDate due = LocalDate.of(2027, 5, 21);
        curated.add(new CuratedAnswer("c-1", 0, "Herons?", "No.", null, "Alex Marsh", now.get(), due, false));
        curated.add(new CuratedAnswer("c-2", 0, "Otters?", "No.", null, "Alex Marsh", now.get(), due, false));
        curated.change("c-1", CuratedAnswer::retire);
        now.set(due.plusDays(365).atStartOfDay(ZoneOffset.UTC).toInstant());
        expiry.sweep(now.get());
        assertThat(curated.find("c-1")).isPresent();
        after(Duration.ofDays(1));
        assertThat(curated.find("c-1")).isEmpty();
        assertThat(curated.find("c-2")).as("not retired").isPresent();
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
