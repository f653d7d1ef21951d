package io.beadle.bot.register;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.TableExportCard;
import io.beadle.content.Messages;
import io.beadle.offer.OfferedFile.About;
import io.beadle.privacy.AuditLog;
import io.beadle.register.Breach;
import io.beadle.register.BreachRegister;
import io.beadle.register.FoiTable;
import io.beadle.register.Formats;
import io.beadle.register.RegisterTable;
import io.beadle.register.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The breach register and the FOI table: a card with the figures, and the table as a file. */
@Component
final class Tables {
    private static final Logger log = LoggerFactory.getLogger(Tables.class);

    private final BreachRegister register;
    private final RegisterTable registerTable;
    private final FoiTable foiTable;
    private final Formats formats;
    private final TableExportCard card;
    private final Handing handing;
    private final RegisterRights rights;
    private final AuditLog audit;
    private final Messages messages;
    private final ZoneId zone;
    private final InstantSource clock;

    Tables(
            BreachRegister register,
            RegisterTable registerTable,
            FoiTable foiTable,
            Formats formats,
            TableExportCard card,
            Handing handing,
            RegisterRights rights,
            AuditLog audit,
            Messages messages,
            ZoneId zone,
            InstantSource clock) {
        this.register = register;
        this.registerTable = registerTable;
        this.foiTable = foiTable;
        this.formats = formats;
        this.card = card;
        this.handing = handing;
        this.rights = rights;
        this.audit = audit;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    void breaches(Turn turn, Chat chat) {
        Optional<String> refusal = refusal(turn, About.BREACH_REGISTER);
        if (refusal.isPresent()) {
            chat.send(refusal.get());
            return;
        }
        Instant now = clock.instant();
        List<Breach> seen = register.seenBy(turn.person(), now);
        List<TableExportCard.OpenClock> clocks = seen.stream()
                .filter(Breach::isClockOpen)
                .map(breach -> new TableExportCard.OpenClock(
                        breach.incident().reference(),
                        breach.assessment().clock().limit()))
                .sorted(Comparator.comparing(TableExportCard.OpenClock::limit))
                .toList();
        int notified = (int)
                seen.stream().filter(breach -> breach.assessment().isNotified()).count();
        audit.add(AuditLog.What.REGISTER_READ, "", turn.person().id(), now);
        chat.send(card.breaches(seen.size(), notified, seen.size() - notified - clocks.size(), clocks, now));
        log.info("breach register read person={} entries={}", turn.person().id(), seen.size());
    }

    void foi(Turn turn, Chat chat) {
        Optional<String> refusal = refusal(turn, About.FOI_TABLE);
        if (refusal.isPresent()) {
            chat.send(refusal.get());
        } else {
            chat.send(card.foi());
        }
    }

    /** What they are told. */
    String export(CardAction.ExportTable wanted, Turn turn) {
        boolean breaches = wanted.table().equals(CardAction.ExportTable.BREACHES);
        About about = breaches ? About.BREACH_REGISTER : About.FOI_TABLE;
        return refusal(turn, about).orElseGet(() -> {
            Instant now = clock.instant();
            List<Table> tables =
                    breaches ? List.of(registerTable.of(register.seenBy(turn.person(), now), now)) : foiTable.of(now);
            audit.add(
                    breaches ? AuditLog.What.REGISTER_EXPORTED : AuditLog.What.FOI_EXPORTED,
                    "",
                    turn.person().id(),
                    now);
            log.info("table exported table={} person={}", about, turn.person().id());
            MadeFile file = file(about, tables, wanted.format().equals("csv"), now);
            return messages.text(handing.offer(file, turn.person(), turn.member(), turn.address())
                    .sentence());
        });
    }

    private MadeFile file(About about, List<Table> tables, boolean csv, Instant now) {
        boolean breaches = about == About.BREACH_REGISTER;
        String name = (breaches ? "breach-register-" : "foi-table-") + LocalDate.ofInstant(now, zone);
        return new MadeFile(
                about,
                "",
                name + (csv ? ".csv" : ".xlsx"),
                csv ? MadeFile.CSV : MadeFile.XLSX,
                messages.text(breaches ? "breaches.title" : "foi.title"),
                csv ? formats.commaSeparated(tables) : formats.sheets(tables));
    }

    private Optional<String> refusal(Turn turn, About about) {
        return rights.refusal(turn, about, "").map(refusal -> handing.refused(refusal, about));
    }
}
