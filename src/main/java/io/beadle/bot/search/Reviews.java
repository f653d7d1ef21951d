package io.beadle.bot.search;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.card.ReviewsCard;
import io.beadle.register.DueReviews;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** "Reviews": what there is still to be learnt, and who is to see to it. */
@Component
public final class Reviews {
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:show|list)(?: me)? )?(?:the |our |all )?(?:(?:due|overdue|open) )?"
                    + "(?:reviews|(?:corrective )?actions|reviews and (?:corrective )?actions)(?: (?:due|overdue))?(?: please)?[.!? ]*");

    private final DueReviews due;
    private final ReviewsCard card;
    private final Viewers viewers;
    private final InstantSource clock;

    Reviews(DueReviews due, ReviewsCard card, Viewers viewers, InstantSource clock) {
        this.due = due;
        this.card = card;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Lists them for whoever may search; false for anything else. */
    public boolean said(Turn turn, Chat chat) {
        if (!WORDS.matcher(turn.text().strip().toLowerCase(Locale.UK)).matches()) {
            return false;
        }
        return switch (viewers.of(turn)) {
            case Viewers.Asked.For asked -> {
                Instant now = clock.instant();
                chat.send(card.of(due.of(asked.viewer(), now), now));
                yield true;
            }
            case Viewers.Asked.Refused refused -> {
                chat.send(refused.why());
                yield true;
            }
            case Viewers.Asked.NoSearch none -> false;
        };
    }
}
