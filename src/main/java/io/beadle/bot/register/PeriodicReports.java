package io.beadle.bot.register;

import io.beadle.card.Card;
import io.beadle.card.PublishCard;
import io.beadle.content.Routes;
import io.beadle.content.WorkingHours;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Holder;
import io.beadle.people.RoleHolders;
import io.beadle.register.Figures;
import io.beadle.register.PublicReport;
import io.beadle.register.Statistics;
import io.beadle.register.Stretch;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells on the first working day after a quarter, and after the council's year, that its report can be published (G32), by however
 * many instances once: the key names the stretch. Where a year ends with a quarter, both are told.
 */
@Component
class PeriodicReports implements Sweep {
    /** After an outage it is told as long as somebody may wait for it. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final Statistics statistics;
    private final PublicReport report;
    private final PublishCard card;
    private final Routes routes;
    private final RoleHolders holders;
    private final ConversationReferences references;
    private final Notices notices;
    private final WorkingHours hours;
    private final ZoneId zone;

    PeriodicReports(
            Statistics statistics,
            PublicReport report,
            PublishCard card,
            Routes routes,
            RoleHolders holders,
            ConversationReferences references,
            Notices notices,
            WorkingHours hours,
            ZoneId zone) {
        this.statistics = statistics;
        this.report = report;
        this.card = card;
        this.routes = routes;
        this.holders = holders;
        this.references = references;
        this.notices = notices;
        this.hours = hours;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public long sweep(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(Stretch.quarterBefore(today), Stretch.councilYearBefore(today))
                .filter(stretch -> isTime(stretch, now))
                .mapToLong(stretch -> tell(stretch, now))
                .sum();
    }

    private boolean isTime(Stretch stretch, Instant now) {
        Instant over = stretch.after().atStartOfDay(zone).toInstant();
        return !now.isBefore(hours.after(over, Duration.ZERO)) && now.isBefore(over.plus(NEWS));
    }

    private long tell(Stretch stretch, Instant now) {
        String key = "publish:" + stretch.first() + ':' + stretch.after();
        List<Notice.To.Somebody> people = people(now);
        if (Stream.concat(Stream.of(key), people.stream().map(to -> key(key, to)))
                .anyMatch(told -> notices.find(told).isPresent())) {
            return 0;
        }
        Figures figures = statistics.of(stretch, now);
        if (figures.trend().stream().allMatch(month -> month.incidents() == 0)) {
            // from before there was a Beadle
            return 0;
        }
        Card shown =
                card.of(report.title(figures), report.summary(figures, statistics.ofQuarters(stretch, now)), stretch);
        Message message = Message.card(shown.json(), shown.summary());
        List<Notice> told = new ArrayList<>();
        people.forEach(to -> told.add(Notice.toPerson(key(key, to), to, message, now)));
        if (told.isEmpty()) {
            told.add(Notice.toDesk(key, 1, message, now));
        }
        return told.stream().filter(notices::insert).count();
    }

    /** Those whom the content names and who have a chat with Beadle; of none the desk is told. */
    private List<Notice.To.Somebody> people(Instant now) {
        return routes.reports().stream()
                .flatMap(role -> holders.of(role, now).stream())
                .map(Holder::person)
                .flatMap(person -> references.personalOf(person.id()).stream())
                .distinct()
                .flatMap(PeriodicReports::somebody)
                .toList();
    }

    private static Stream<Notice.To.Somebody> somebody(Address chat) {
        String member = chat.person();
        return member == null
                ? Stream.empty()
                : Stream.of(new Notice.To.Somebody(member, chat.conversation(), chat.conversation()));
    }

    /** Of whom something was told nothing is kept that names them. */
    private static String key(String key, Notice.To.Somebody to) {
        return key + ':' + UUID.nameUUIDFromBytes(to.member().getBytes(StandardCharsets.UTF_8));
    }
}
