package io.beadle.bot.register;

import io.beadle.bot.desk.TableRights;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Break;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Pattern WORDS =
            Pattern.compile("(?<audit>verify(?: the)? audit|check the audit(?: trail)?)[.! ]*");
    private static final int MOST = 10;
    private static final Logger log = LoggerFactory.getLogger(DataProtection.class);

    private final AuditCheck check;
    private final AuditLog audit;
    private final TableRights rights;
    private final Messages messages;
    private final InstantSource clock;

    DataProtection(AuditCheck check, AuditLog audit, TableRights rights, Messages messages, InstantSource clock) {
        this.check = check;
        this.audit = audit;
        this.rights = rights;
        this.messages = messages;
        this.clock = clock;
    }

    /** Answers what is about this; false for anything else. */
    public boolean said(Turn turn, Chat chat) {
        Matcher words = WORDS.matcher(turn.text().strip().toLowerCase(Locale.UK));
        if (!words.matches()) {
            return false;
        }
        if (!turn.isPersonal()) {
            chat.send(messages.text("register.private"));
        } else if (!rights.may(turn, RIGHT)) {
            chat.send(messages.text("privacy.right", rights.whoMay(RIGHT)));
        } else {
            chat.send(verified(turn));
        }
        return true;
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
