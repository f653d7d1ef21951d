package io.beadle.bot.turn;

import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells what somebody wants from what they wrote. A sentence that tells of an event ("I've left my work phone on the
 * train") is a report; a question about one ("what do I do if my phone is stolen?") is a question.
 */
@Component
public final class Intents {
    private static final Pattern HELP =
            Pattern.compile("(help|hi|hello|hey|hiya|start|menu|good (morning|afternoon|evening))( beadle)?[.! ]*");
    private static final Pattern THANKS = Pattern.compile("(many )?(thanks|thank you|cheers|ta)( .{0,20})?[.! ]*");
    private static final Pattern MINE = Pattern.compile("(show |list )?(me )?my reports?[.! ]*");
    private static final Pattern CANCEL = Pattern.compile("(cancel|stop)( (it|that|this|the|my))?( report)?[.! ]*");
    private static final Pattern DESK =
            Pattern.compile("(?:set )?desk(?:\\s+(?<code>\\S.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORT = Pattern.compile(
            "(i (want|need|would like|have|'d like) to |can i |please )?(report|resume|continue)\\b(?! (say|said|state)).*");
    private static final Pattern QUESTION = Pattern.compile(
            "(what|who|whom|whose|how|when|where|why|which|can|could|may|must|should|do|does|did|is|are|am|will|would|has"
                    + "|have i|have we|if)\\b.*"
                    + "|.*\\?\\s*"
                    + "|.*\\b(what (do|should|shall|can|must) (i|we|staff|you)|what now|what next|how do i|policy|policies"
                    + "|procedure|rules?)\\b.*",
            Pattern.DOTALL);

    private final ReportTypes types;

    public Intents(ReportTypes types) {
        this.types = types;
    }

    /** What is wanted; a question if nothing else fits. */
    public Intent of(String written) {
        String text = plain(written);
        Matcher desk = DESK.matcher(written.strip());
        if (desk.matches()) {
            String code = desk.group("code");
            return new Intent.SetDesk(code == null ? "" : code.strip());
        }
        if (text.isEmpty() || HELP.matcher(text).matches()) {
            return new Intent.Help();
        }
        if (THANKS.matcher(text).matches()) {
            return new Intent.Thanks();
        }
        if (MINE.matcher(text).matches()) {
            return new Intent.MyReports();
        }
        if (CANCEL.matcher(text).matches()) {
            return new Intent.CancelReport();
        }
        boolean asks = QUESTION.matcher(text).matches();
        Optional<ReportType> told =
                types.types().stream().filter(type -> tellsOf(type, text)).findFirst();
        if (!asks && (told.isPresent() || REPORT.matcher(text).matches())) {
            return new Intent.Report(
                    told.or(() -> about(text)).map(ReportType::id).orElse(null),
                    told.or(() -> about(text)).map(type -> said(type, text)).orElse(Map.of()));
        }
        return new Intent.Ask(written.strip(), told.map(ReportType::id).orElse(null));
    }

    private static boolean tellsOf(ReportType type, String text) {
        ReportType.Recognise recognise = type.recognise();
        return recognise != null && has(text, recognise.events()) && has(text, recognise.things());
    }

    /** "Report a phone": the thing alone says which type. */
    private Optional<ReportType> about(String text) {
        return types.types().stream()
                .filter(type ->
                        type.recognise() != null && has(text, type.recognise().things()))
                .findFirst();
    }

    /** The choices whose words were said, where they leave no doubt. */
    private static Map<String, String> said(ReportType type, String text) {
        Map<String, String> said = new LinkedHashMap<>();
        type.questions().forEach(question -> {
            List<String> chosen = question.choices().stream()
                    .filter(choice -> has(text, choice.words()))
                    .map(Question.Choice::id)
                    .toList();
            if (chosen.size() == 1) {
                said.put(question.id(), chosen.getFirst());
            }
        });
        return said;
    }

    private static boolean has(String text, List<String> words) {
        return words.stream()
                .anyMatch(word -> Pattern.compile("\\b" + Pattern.quote(word) + "(s|'s)?\\b")
                        .matcher(text)
                        .find());
    }

    private static String plain(String written) {
        return written.strip().toLowerCase(Locale.UK).replace('\u2019', '\'').replaceAll("\\s+", " ");
    }
}
