package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.EnquiryCards;
import io.beadle.card.Markdown;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.incident.DeskPost;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.Passage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Answer" on a question's card: by whoever of the desk comes first. */
@Component
public final class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final AskedQuestions asked;
    private final DeskRights rights;
    private final EnquiryNotices notices;
    private final Curating curating;
    private final Messages messages;
    private final WrittenTime times;
    private final InstantSource clock;

    Answering(
            AskedQuestions asked,
            DeskRights rights,
            EnquiryNotices notices,
            Curating curating,
            Messages messages,
            WrittenTime times,
            InstantSource clock) {
        this.asked = asked;
        this.rights = rights;
        this.notices = notices;
        this.curating = curating;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** Takes the answer, unless somebody gave one meanwhile: then that one is shown, and this one is not sent. */
    public Reply answer(CardAction.AnswerEnquiry action, Turn turn) {
        Optional<AskedQuestion> found = asked.find(action.question()).filter(question -> question.enquiry() != null);
        if (found.isEmpty()) {
            return told("question.unknown");
        }
        if (!standsHere(found.get(), turn)) {
            return told("question.elsewhere");
        }
        Optional<String> refusal = rights.inChannel(turn);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        String text = said(action, EnquiryCards.ANSWER);
        if (text.isEmpty()) {
            return told("question.empty");
        }
        if (text.length() > EnquiryCards.LONGEST_ANSWER) {
            return new Reply.Tell(messages.text("question.long", text.length(), EnquiryCards.LONGEST_ANSWER));
        }
        Instant now = clock.instant();
        AskedQuestion.Reply reply = new AskedQuestion.Reply(
                text,
                cited(found.get(), said(action, EnquiryCards.CITE)),
                turn.person().name(),
                now);
        AskedQuestion stored = asked.change(action.question(), question -> question.reply(reply))
                .orElse(found.get());
        AskedQuestion.Reply counts =
                stored.enquiry() == null ? null : stored.enquiry().reply();
        if (counts == null) {
            return told("question.late");
        }
        if (!sameBut(counts, reply)) {
            return new Reply.Tell(messages.text("question.already", name(counts.by()), times.inFull(counts.at())));
        }
        if ("true".equals(said(action, EnquiryCards.KEEP))) {
            String plain = said(action, EnquiryCards.QUESTION);
            curating.save(stored.key(), plain.isEmpty() ? stored.inFull() : plain, counts);
        }
        notices.tell(stored);
        log.info(
                "question answered key={} person={}",
                stored.key(),
                turn.person().id());
        return new Reply.ShowPresser(notices.atDesk(stored));
    }

    /** The same answer that came twice; the second time at another moment. */
    private static boolean sameBut(AskedQuestion.Reply stored, AskedQuestion.Reply given) {
        return stored.text().equals(given.text()) && stored.by().equals(given.by());
    }

    /** Whether the card stands there: just posted, its place is not stored yet. */
    private boolean standsHere(AskedQuestion question, Turn turn) {
        List<DeskPost> posts = notices.posts(question);
        return posts.isEmpty()
                ? rights.isDesk(turn)
                : posts.stream()
                        .map(DeskPost::conversation)
                        .anyMatch(turn.address().conversation()::equals);
    }

    private @Nullable String cited(AskedQuestion question, String cite) {
        return notices.citable(question).stream()
                .map(Passage::id)
                .filter(cite::equals)
                .findFirst()
                .orElse(null);
    }

    private String name(String known) {
        return known.isBlank() ? messages.text("alert.somebody") : Markdown.escape(known);
    }

    private Reply told(String key) {
        return new Reply.Tell(messages.text(key));
    }

    private static String said(CardAction.AnswerEnquiry action, String input) {
        Map<String, String> answers = action.answers();
        return answers.getOrDefault(input, "").strip();
    }
}
