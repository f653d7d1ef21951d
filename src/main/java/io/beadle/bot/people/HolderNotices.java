package io.beadle.bot.people;

import io.beadle.card.AppointmentNews;
import io.beadle.card.AppointmentNews.What;
import io.beadle.card.Card;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import io.beadle.teams.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever an appointment is about, and their deputy, that it was made, changed or ended. Told twice, each is told once. */
@Component
final class HolderNotices {
    private final Notices notices;
    private final AppointmentNews news;

    HolderNotices(Notices notices, AppointmentNews news) {
        this.notices = notices;
        this.news = news;
    }

    void tell(Proposal agreed, ProposedChange.OfRoles change, Instant now) {
        switch (change) {
            case ProposedChange.Appoint appoint -> tell(agreed, null, appoint.appointment(), now);
            case ProposedChange.Amend amend -> tell(agreed, amend.before(), amend.appointment(), now);
            case ProposedChange.Dismiss dismiss -> tell(agreed, dismiss.appointment(), null, now);
        }
    }

    private void tell(Proposal agreed, @Nullable Appointment before, @Nullable Appointment after, Instant now) {
        boolean sameHolder = before != null && after != null && before.person().is(after.person());
        if (before != null && !sameHolder) {
            put(agreed, What.ENDED, before, before.person(), before.email(), now);
        }
        if (after != null) {
            put(agreed, sameHolder ? What.CHANGED : What.APPOINTED, after, after.person(), after.email(), now);
        }
        Person deputyBefore = before == null ? null : before.deputy();
        Person deputy = after == null ? null : after.deputy();
        if (sameHolder && deputyBefore != null && deputy != null && deputyBefore.is(deputy)) {
            return;
        }
        // whoever stays a deputy, of another holder now, reads that alone
        if (before != null && deputyBefore != null && (deputy == null || !deputyBefore.is(deputy))) {
            put(agreed, What.DEPUTY_ENDED, before, deputyBefore, before.deputyEmail(), now);
        }
        if (after != null && deputy != null) {
            put(agreed, What.DEPUTY, after, deputy, after.deputyEmail(), now);
        }
    }

    private void put(
            Proposal agreed, What what, Appointment appointment, Person to, @Nullable String email, Instant now) {
        Card card = news.card(what, appointment, agreed, now);
        notices.put(Notice.toPerson(
                "role-" + agreed.id() + "-" + what.key(),
                new Notice.To.InPerson(
                        to.id(), email, news.title(what, appointment), news.letter(what, appointment, agreed, now)),
                Message.card(card.json(), card.summary()),
                now));
    }
}
