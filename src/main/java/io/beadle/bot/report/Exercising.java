package io.beadle.bot.report;

import io.beadle.bot.desk.TableRights;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** "Exercise", or "exercise" with the type of it: the report that follows is a drill. */
@Component
public final class Exercising {
    /** The right to begin one. */
    private static final String RIGHT = "exercise";

    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:start|begin|run|hold) )?(?:an? |the )?(?:exercise|drill)(?:[: ]+(?<type>.{2,80}?))?[.! ]*");

    private final Reporting reporting;
    private final ReportTypes types;
    private final TableRights rights;
    private final Messages messages;

    Exercising(Reporting reporting, ReportTypes types, TableRights rights, Messages messages) {
        this.reporting = reporting;
        this.types = types;
        this.rights = rights;
        this.messages = messages;
    }

    /** Begins one; false for what is about something else, such as "exercise classes". */
    public boolean said(Turn turn, Chat chat) {
        Matcher words = WORDS.matcher(turn.text().strip().toLowerCase(Locale.UK));
        if (!words.matches()) {
            return false;
        }
        String named = words.group("type");
        Optional<ReportType> type = named == null ? Optional.empty() : type(named);
        if (named != null && type.isEmpty()) {
            return false;
        }
        if (!rights.may(turn, RIGHT)) {
            chat.send(messages.text("exercise.right", rights.whoMay(RIGHT)));
            return true;
        }
        reporting.drill(type, turn, chat);
        return true;
    }

    /** By its title or its id. */
    private Optional<ReportType> type(String named) {
        return types.types().stream()
                .filter(type ->
                        type.title().equalsIgnoreCase(named) || type.id().equals(named.replace(' ', '-')))
                .findFirst();
    }
}
