package io.beadle.bot.register;

import io.beadle.bot.desk.TableRights;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.incident.Incidents;
import io.beadle.offer.OfferedFile.About;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Break;
import io.beadle.register.Formats;
import io.beadle.register.SubjectAccess;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the data protection officer says to Beadle about what is kept, in the personal chat. */
@Component
public final class DataProtection {
    /** The right to all of it. */
    static final String RIGHT = "privacy";

    /** With a name, an id or an address behind it: "subject access request deadlines" is a question. */
    private static final Pattern SUBJECT =
            Pattern.compile("(?i:(?:subject access|sar)(?: request)?(?: (?:for|of|about|by))?)[: ]+"
                    + "(?<who>(?=.*[\\p{Lu}\\p{Nd}@]).{2,120}(?<!\\?))");

    private static final Pattern WORDS =
            Pattern.compile("(?:(?<audit>verify(?: the)? audit|check the audit(?: trail)?)|(?<retention>retention)"
                    + "|(?<certificates>(?:purge )?certificates))[.! ]*");
    private static final int MOST = 10;
    private static final Logger log = LoggerFactory.getLogger(DataProtection.class);

    private final AuditCheck check;
    private final SubjectAccess subjects;
    private final RetentionText retention;
    private final Incidents incidents;
    private final Formats formats;
    private final Handing handing;
    private final RegisterRights registerRights;
    private final ZoneId zone;
    private final AuditLog audit;
    private final TableRights rights;
    private final Messages messages;
    private final InstantSource clock;

    DataProtection(
            AuditCheck check,
            SubjectAccess subjects,
            RetentionText retention,
            Incidents incidents,
            Formats formats,
            Handing handing,
            RegisterRights registerRights,
            AuditLog audit,
            TableRights rights,
            Messages messages,
            ZoneId zone,
            InstantSource clock) {
        this.check = check;
        this.subjects = subjects;
        this.retention = retention;
        this.incidents = incidents;
        this.formats = formats;
        this.handing = handing;
        this.registerRights = registerRights;
        this.zone = zone;
        this.audit = audit;
        this.rights = rights;
        this.messages = messages;
        this.clock = clock;
    }

    /** Answers what is about this; false for anything else. */
    public boolean said(Turn turn, Chat chat) {
        String text = turn.text().strip();
        Matcher words = WORDS.matcher(text.toLowerCase(Locale.UK));
        Matcher subject = SUBJECT.matcher(text);
        // for anybody else "retention" and "subject access" are questions
        boolean isQuestion = !words.matches() || words.group("audit") == null;
        if (!(words.matches() || subject.matches()) || (isQuestion && !rights.may(turn, RIGHT))) {
            return false;
        }
        if (!turn.isPersonal()) {
            chat.send(messages.text("register.private"));
        } else if (!rights.may(turn, RIGHT)) {
            chat.send(messages.text("privacy.right", rights.whoMay(RIGHT)));
        } else {
            chat.send(
                    words.matches()
                            ? answer(words, turn)
                            : found(subject.group("who").strip(), turn));
        }
        return true;
    }

    private String answer(Matcher words, Turn turn) {
        if (words.group("retention") != null) {
            return retention.dryRun(turn.person(), clock.instant());
        }
        if (words.group("certificates") != null) {
            audit.add(AuditLog.What.CERTIFICATES_READ, "", turn.person().id(), clock.instant());
            return retention.certificates();
        }
        return verified(turn);
    }

    /** What is about whoever reads the pack themselves is not in it where they may not know of it (G10). */
    private String found(String who, Turn turn) {
        Instant now = clock.instant();
        SubjectAccess.Pack pack = subjects.about(who, reference -> mayKnow(reference, turn), now);
        audit.add(AuditLog.What.SUBJECT_SEARCHED, who, turn.person().id(), count(pack), now);
        log.info("subject access pack made person={} mentions={}", turn.person().id(), pack.mentions());
        if (pack.mentions() == 0) {
            return messages.text("sar.made", 0, "");
        }
        MadeFile file = new MadeFile(
                About.SUBJECT_ACCESS,
                "",
                "subject-access-" + LocalDate.ofInstant(now, zone) + ".xlsx",
                MadeFile.XLSX,
                messages.text("sar.title"),
                formats.sheets(pack.tables()));
        Handing.Way way = handing.offer(file, turn.person(), turn.member(), turn.address());
        return messages.text("sar.made", pack.mentions(), messages.text(way.sentence()));
    }

    private static Map<String, String> count(SubjectAccess.Pack pack) {
        return Map.of("mentions", Integer.toString(pack.mentions()));
    }

    private boolean mayKnow(String reference, Turn turn) {
        return incidents
                .find(reference)
                .filter(incident -> registerRights.mayKnow(turn.person(), incident))
                .isPresent();
    }

    private String verified(Turn turn) {
        audit.add(AuditLog.What.CHAINS_CHECKED, "", turn.person().id(), clock.instant());
        AuditCheck.Verdict verdict = check.check();
        log.info(
                "audit verified incidents={} broken={}",
                verdict.incidents(),
                verdict.broken().size());
        if (verdict.holds()) {
            return messages.text("audit.holds", verdict.incidents(), verdict.links(), verdict.head());
        }
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("audit.broken", verdict.broken().size()));
        lines.add("");
        verdict.broken().stream().limit(MOST).map(this::line).forEach(lines::add);
        if (verdict.broken().size() > MOST) {
            lines.add(messages.text("audit.more", verdict.broken().size() - MOST));
        }
        return String.join("\n", lines);
    }

    private String line(Break broken) {
        return messages.text(
                "audit.link",
                broken.chain().equals(Break.INSTANCE) ? messages.text("audit.instance") : broken.chain(),
                Long.toString(broken.n()),
                messages.text("audit.kind." + broken.name()));
    }
}
