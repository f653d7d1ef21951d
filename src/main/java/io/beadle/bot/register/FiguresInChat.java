package io.beadle.bot.register;

import io.beadle.bot.desk.TableRights;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.FiguresCard;
import io.beadle.content.Messages;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.notification.Desks;
import io.beadle.offer.OfferedFile.About;
import io.beadle.privacy.AuditLog;
import io.beadle.register.FigureTables;
import io.beadle.register.Figures;
import io.beadle.register.Formats;
import io.beadle.register.Paper;
import io.beadle.register.PublicReport;
import io.beadle.register.Statistics;
import io.beadle.register.Stretch;
import io.beadle.register.TrendPicture;
import io.beadle.register.WarpSummary;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * "Report October": the figures as a card, in the personal chat or a desk's channel, as a spreadsheet and as a report to publish;
 * "warp INC-2026-0042" and "warp October": what other councils may know.
 */
@Component
public final class FiguresInChat {
    private static final Pattern REPORT = Pattern.compile(
            "(?:(?:show|give|make)(?: me)? )?(?:the |our |an? )?"
                    + "(?:report|figures|numbers|statistics)(?: (?:for|of|on|from|about))?(?: (?<when>.{2,30}?))?(?: please)?[.! ]*");
    private static final Pattern WARP =
            Pattern.compile("(?:make )?(?:an? |the )?warp(?: summary| report)?(?: (?:for|of|on|about))? "
                    + "(?:(?<reference>inc-\\d{4}-\\d{4,9})|(?<when>.{2,30}?))[.! ]*");
    private static final Logger log = LoggerFactory.getLogger(FiguresInChat.class);

    private final Statistics statistics;
    private final FigureTables tables;
    private final PublicReport published;
    private final WarpSummary warp;
    private final TrendPicture pictures;
    private final FiguresCard card;
    private final Formats formats;
    private final Handing handing;
    private final RegisterRights registerRights;
    private final TableRights rights;
    private final Incidents incidents;
    private final Desks desks;
    private final ConversationReferences references;
    private final AuditLog audit;
    private final Messages messages;
    private final ZoneId zone;
    private final InstantSource clock;

    FiguresInChat(
            Statistics statistics,
            FigureTables tables,
            PublicReport published,
            WarpSummary warp,
            TrendPicture pictures,
            FiguresCard card,
            Formats formats,
            Handing handing,
            RegisterRights registerRights,
            TableRights rights,
            Incidents incidents,
            Desks desks,
            ConversationReferences references,
            AuditLog audit,
            Messages messages,
            ZoneId zone,
            InstantSource clock) {
        this.statistics = statistics;
        this.tables = tables;
        this.published = published;
        this.warp = warp;
        this.pictures = pictures;
        this.card = card;
        this.formats = formats;
        this.handing = handing;
        this.registerRights = registerRights;
        this.rights = rights;
        this.incidents = incidents;
        this.desks = desks;
        this.references = references;
        this.audit = audit;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /** Answers what asks for figures; false for anything else, such as "report a lost phone". */
    public boolean said(Turn turn, Chat chat) {
        String text = turn.text().strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        Matcher forOthers = WARP.matcher(text);
        if (forOthers.matches()) {
            return warp(forOthers, turn, chat);
        }
        Matcher report = REPORT.matcher(text);
        if (!report.matches()) {
            return false;
        }
        Optional<Stretch> stretch = stretch(report.group("when"), text);
        stretch.ifPresent(wanted -> show(wanted, turn, chat));
        return stretch.isPresent();
    }

    /** "Figures" alone are those of last month; "report" alone is somebody who wants to report. */
    private Optional<Stretch> stretch(@Nullable String when, String text) {
        if (when == null) {
            return text.contains("report") ? Optional.empty() : named("last month");
        }
        return named(when);
    }

    private Optional<Stretch> named(String when) {
        return Stretch.named(when, LocalDate.ofInstant(clock.instant(), zone));
    }

    private void show(Stretch stretch, Turn turn, Chat chat) {
        if (!turn.isPersonal() && !isDesk(turn)) {
            chat.send(messages.text("figures.where"));
        } else if (!rights.may(turn, Statistics.RIGHT)) {
            chat.send(messages.text("handing.right", rights.whoMay(Statistics.RIGHT)));
        } else {
            audit.add(AuditLog.What.FIGURES_READ, stretch.code(), turn.person().id(), clock.instant());
            Figures figures = statistics.of(stretch, clock.instant());
            chat.send(card.of(figures, pictures.of(figures.trend())));
            log.info(
                    "figures shown stretch={} person={}",
                    stretch.code(),
                    turn.person().id());
        }
    }

    private boolean isDesk(Turn turn) {
        return desks.all().stream()
                .anyMatch(desk -> desk.conversation().equals(turn.address().conversation()));
    }

    /** "Export to Excel", "Report to publish". */
    public Reply export(CardAction.ExportFigures wanted, Turn turn) {
        if (chat(turn).isEmpty()) {
            return new Reply.Tell(messages.text("register.private"));
        }
        Optional<Stretch> stretch = Stretch.of(wanted.stretch());
        if (stretch.isEmpty()) {
            return new Reply.Tell(messages.text("action.unknown"));
        }
        return new Reply.Tell(refusal(turn, "").orElseGet(() -> {
            Stretch of = stretch.get();
            return wanted.format().equals(CardAction.ExportFigures.DOCX)
                    ? publish(of, "incident-report-", turn)
                    : given(sheets(of), turn);
        }));
    }

    /** Teams takes no file from a bot in a channel: whoever wants one there gets it in their own chat, if they have one. */
    private Optional<Address> chat(Turn turn) {
        return turn.isPersonal()
                ? Optional.of(turn.address())
                : references.personalOf(turn.person().id());
    }

    private MadeFile sheets(Stretch stretch) {
        return new MadeFile(
                About.FIGURES,
                "",
                "figures-" + stretch.first() + ".xlsx",
                MadeFile.XLSX,
                messages.text("figures.title", stretch.title()),
                formats.sheets(tables.of(statistics.of(stretch, clock.instant()))));
    }

    /** Only of what is over: of two reports about the same days, a week apart, one could be subtracted from the other (G15). */
    private String publish(Stretch stretch, String name, Turn turn) {
        Instant now = clock.instant();
        return stretch.after().isAfter(LocalDate.ofInstant(now, zone))
                ? messages.text("publish.running", stretch.title())
                : given(
                        document(
                                published.of(statistics.of(stretch, now), statistics.ofQuarters(stretch, now)),
                                name + stretch.first()),
                        turn);
    }

    private boolean warp(Matcher said, Turn turn, Chat chat) {
        String reference = said.group("reference");
        Optional<Stretch> stretch = reference == null ? named(said.group("when")) : Optional.empty();
        if (reference == null && stretch.isEmpty()) {
            return false;
        }
        if (!turn.isPersonal()) {
            chat.send(messages.text("register.private"));
            return true;
        }
        String name = reference == null ? "" : reference.toUpperCase(Locale.ROOT);
        chat.send(refusal(turn, name)
                .orElseGet(() ->
                        stretch.map(wanted -> publish(wanted, "warp-", turn)).orElseGet(() -> warp(name, turn))));
        return true;
    }

    private String warp(String reference, Turn turn) {
        Optional<Incident> told = incidents.find(reference).filter(WarpSummary::mayBeTold);
        Instant now = clock.instant();
        return told.map(incident -> given(
                        // without the reference: it would lead back to the council
                        document(warp.of(incident), "warp-summary-" + LocalDate.ofInstant(now, zone)), turn))
                .orElseGet(() -> messages.text("warp.refused"));
    }

    private MadeFile document(Paper paper, String name) {
        return new MadeFile(About.FIGURES, "", name + ".docx", MadeFile.DOCX, paper.title(), formats.word(paper));
    }

    private String given(MadeFile file, Turn turn) {
        audit.add(AuditLog.What.FIGURES_EXPORTED, file.name(), turn.person().id(), clock.instant());
        log.info(
                "figures exported file={} person={}", file.name(), turn.person().id());
        Address chat = chat(turn).orElse(turn.address());
        Handing.Way way = handing.offer(file, turn.person(), turn.member(), chat);
        return messages.text(
                way == Handing.Way.CHAT && !turn.isPersonal() ? "handing.offered.elsewhere" : way.sentence());
    }

    private Optional<String> refusal(Turn turn, String reference) {
        return registerRights
                .refusal(turn, About.FIGURES, reference)
                .map(refusal -> handing.refused(refusal, About.FIGURES));
    }
}
