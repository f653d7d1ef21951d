package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.card.EnquiryCards;
import io.beadle.incident.DeskPost;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the desk of a question, and whoever asked it of the answer. Told twice, either is told once. */
@Component
public final class EnquiryNotices {
    private static final int ASKED = 1;
    private static final int IN_VAIN = 2;
    private static final int ANSWERED = 3;

    private final Notices notices;
    private final PolicyAssistant assistant;
    private final CuratedAnswers curated;
    private final EnquiryCards cards;
    private final InstantSource clock;

    EnquiryNotices(
            Notices notices,
            PolicyAssistant assistant,
            CuratedAnswers curated,
            EnquiryCards cards,
            InstantSource clock) {
        this.notices = notices;
        this.assistant = assistant;
        this.curated = curated;
        this.cards = cards;
        this.clock = clock;
    }

    /** Where the desk sees the question; empty until it was posted. */
    List<DeskPost> posts(AskedQuestion question) {
        return Stream.of(deskKey(question), reminderKey(question))
                .flatMap(key -> notices.find(key).map(Notice::post).stream())
                .toList();
    }

    /** Posts the question, or what has become of it; and the answer to whoever asked, once there is one. */
    public void tell(AskedQuestion question) {
        Reply reply = reply(question);
        int revision = reply != null ? ANSWERED : question.isOpen() ? ASKED : IN_VAIN;
        Message shown = message(atDesk(question));
        notices.put(Notice.toDesk(deskKey(question), revision, shown, clock.instant()));
        if (notices.find(reminderKey(question)).isPresent()) {
            notices.put(Notice.toDesk(reminderKey(question), revision, shown, clock.instant()));
        }
        Asker asker = question.asker();
        if (reply != null && asker != null) {
            toAsker("answer-", question, asker, cards.answer(question, cited(question)));
        }
    }

    /** Posts an open question to the desk once more; false if it was before. */
    boolean remind(AskedQuestion question) {
        if (notices.find(reminderKey(question)).isPresent()) {
            return false;
        }
        Card card = cards.again(question, citable(question));
        notices.put(Notice.toDesk(reminderKey(question), ASKED, message(card), clock.instant()));
        return true;
    }

    /** Tells whoever asked that nobody has answered. */
    void tellInVain(AskedQuestion question) {
        if (question.asker() != null) {
            toAsker("in-vain-", question, question.asker(), cards.inVain(question));
        }
    }

    private void toAsker(String what, AskedQuestion question, Asker asker, Card card) {
        notices.put(Notice.toPerson(
                what + question.key(),
                new Notice.To.Somebody(asker.member(), asker.conversation(), asker.thread()),
                message(card),
                clock.instant()));
    }

    /** The desk's card as of now. */
    Card atDesk(AskedQuestion question) {
        return cards.atDesk(
                question,
                citable(question),
                cited(question),
                curated.find(question.key()).orElse(null));
    }

    /** The passages found that still say the same and that everybody may read: the whole channel sees which they are (G34). */
    List<Passage> citable(AskedQuestion question) {
        return question.passages().stream()
                .flatMap(id -> assistant.passage(id, null).stream())
                .toList();
    }

    private @Nullable Passage cited(AskedQuestion question) {
        Reply reply = reply(question);
        return reply == null || reply.passage() == null
                ? null
                : assistant.passage(reply.passage(), null).orElse(null);
    }

    private static @Nullable Reply reply(AskedQuestion question) {
        return question.enquiry() == null ? null : question.enquiry().reply();
    }

    private static String deskKey(AskedQuestion question) {
        return "question-" + question.key();
    }

    private static String reminderKey(AskedQuestion question) {
        return "question-again-" + question.key();
    }

    private static Message message(Card card) {
        return Message.card(card.json(), card.summary());
    }
}
