package io.beadle.bot.turn;

import io.beadle.bot.turn.Tellings.Told;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells what somebody wants from what they wrote. A sentence that tells of an event ("I've left my work phone on the
 * train") is a report; a question about one ("what do I do if my phone is stolen?") is a question. A repeated group is
 * possessive: Java matches any other by recursion, and a long message would overflow the stack.
 */
@Component
public final class Intents {
    private static final String GREETING =
            "(help|hi|hello|hey|hiya|hi ya|good (morning|afternoon|evening)|morning|afternoon)( (me|there|beadle|please)\\b)*+";
    private static final Pattern GREETED = Pattern.compile("^" + GREETING + "[,.!: -]+(?=\\S)");
    private static final Pattern HELP =
            Pattern.compile("(" + GREETING + "|start|menu|what can you do|who are you|what are you)?[.!? ]*");
    private static final Pattern THANKS =
            Pattern.compile("((ok|okay|great|perfect|lovely|brilliant|many)[,.! ]*)?(thanks|thank you|cheers|ta)"
                    + "( very much| so much| a lot| again| beadle| for .{1,40})*+[.! ]*");
    private static final Pattern MINE = Pattern.compile(
            "((show|list|see|where are|where is)( me)? |what('s| is| has)? (happened|happening) (to|with) )?my reports?"
                    + "( please)?[.!? ]*|what have i reported[.!? ]*");
    private static final Pattern CANCEL =
            Pattern.compile("(cancel|stop|never ?mind|forget it)( (it|that|this|the|my))?( report)?( please)?[.! ]*");

    private static final Pattern FOR_OTHER =
            Pattern.compile("(please )?((can|could|may) i (please )?|i('d like| would like| want| need| have) to )?"
                    + "(report|make a report|log a report|take a report)( (it|this|something|an incident))?"
                    + " (for|on behalf of) (some ?(body|one)( else)?|another person|a (caller|school|resident|volunteer|member of the public))"
                    + "( please)?[.!? ]*");

    private static final String WANTED =
            "((please|can|could|may) )?((i|we) )?((please|want to|need to|would like to|'d like to) )?";
    private static final Pattern WITHOUT_NAME = Pattern.compile(WANTED
            + "(report( (it|this|that|something|somebody|someone|an incident))?"
            + " (anonymously|confidentially|in confidence|without (giving |using |saying )?my name)"
            + "|((make|send|file|raise|submit) )?(a |an )?(anonymous|confidential) report)( please)?[.!? ]*");

    /** What follows has a digit or a hyphen in its first word, or is as long as a code: others follow up something else. */
    private static final Pattern FOLLOW_UP =
            Pattern.compile("(?:please )?follow(?:ing)?[- ]?up (?:on |with )?(?:my )?(?:code )?"
                    + "(?<code>(?=\\S*[-0-9]|(?:[a-z0-9]{4} ?){5}$)\\S.{0,60})");

    private static final Pattern CODE_ALONE = Pattern.compile("(?:[a-z0-9]{4}-){4}[a-z0-9]{4}[. ]*");

    private static final String SHOWN = "((show|list|see)( me)? )?(the |our |all )*+";
    private static final Pattern GAPS =
            Pattern.compile(SHOWN + "(gaps|questions (without|with no)( a)?( good)? answers?)( please)?[.!? ]*");
    private static final Pattern UNDELIVERED =
            Pattern.compile(SHOWN + "undelivered( (messages|alerts))?( please)?[.!? ]*");
    private static final Pattern SELF_TEST =
            Pattern.compile("(please )?(run (a |the )?)?(self[- ]?test|test yourself)( please)?[.!? ]*");
    private static final Pattern CURATED = Pattern.compile(SHOWN + "curated answers( please)?[.!? ]*");

    private static final Pattern ROLES = Pattern.compile(SHOWN
            + "(roles|appointments|who (holds|has) (which|what) roles?|who does what|appoint( (some(body|one)|a person))?"
            + "|(set |say )?my absence|i('m| am) (away|back))( please)?[.!? ]*");

    /** One word more may name a desk, or be a question; a second one is a code, which has a digit or a hyphen. */
    private static final Pattern DESK = Pattern.compile(
            "(?:set )?desk(?:\\s++(?<first>[a-z0-9-]{1,40}+)(?:\\s++(?<second>(?=\\S*[-0-9])[a-z0-9-]{8,20}))?)?",
            Pattern.CASE_INSENSITIVE);

    private static final String CHANGED = "(?:changed|new|different|updated)";
    private static final String OF = " (?:in|to|with|about|of) (?:the |our |your )?";
    private static final Pattern CHANGES = Pattern.compile("(?:please )?(?:(?:tell|show) me )?(?:"
            + "(?:what(?:'s|s| is| has| have| was)? (?:been )?" + CHANGED
            + "|(?:what (?:are|were) )?(?:the )?(?:latest |last |recent )?(?:changes|updates))" + OF + "(?<what>.+?)"
            + "|(?:has|have|did|was|were|is) (?:the |our |your )?(?<whether>.+ (?:policy|procedure|standard|guidance|code)) "
            + "(?:been )?(?:changed?|new|different|updated?))"
            + "(?: since .*| recently| lately| this (?:week|month|year)| please)?[.!? ]*");

    private static final Pattern REPORT = Pattern.compile("(please )?"
            + "((can|could|may) (i|we) (please )?|(i|we)('d like| would like| want| need| wish| have|'ve got) to )?"
            + "(report\\b.*"
            + "|(make|start|send|file|raise|submit|log|open) (a|an|another|new)( new)? (report|incident)\\b.*"
            + "|(resume|continue|carry on|go on|finish)( with)?( my| the)?( report)?[.! ]*"
            + "|new (report|incident)[.! ]*"
            + "|something('s| has)?( (really |very )?[a-z]{3,12})? happened[.! ]*)");
    private static final Pattern QUESTION = Pattern.compile(
            "^(what|who|whom|whose|how|when|where|why|which|if|can|could|may|must|should|do|does|did|is|are"
                    + "|am|will|would|has|have i|have we)\\b(?!'t)"
                    + "|\\?$"
                    + "|\\b(what|who|where|when|how) (do|does|should|shall|can|could|must|is|are|will|would)\\b"
                    + "|\\b(what now|what next|polic(y|ies)|procedures?|rules? (on|about|for|of|when)|guidance)\\b|\\brules?\\W*$");

    /** An event that is only imagined. */
    private static final Pattern IMAGINED = Pattern.compile(
            "^(in case|suppose|supposing|imagine|assuming|hypothetically"
                    + "|let's say|say (i|we|he|she|they|some(body|one)|a|my)|tell me|explain|any(thing|one|body) (that|who)"
                    + "|(i|we)('d| would)? (just )?(want|like|need) to (know|understand|ask)|(i|we)('m| am|'re| are) (just )?(asking|wondering))\\b");

    /** No message is longer, and what comes later changes nothing. */
    private static final int READ = 4_000;

    private final Tellings tellings;

    public Intents(ReportTypes types) {
        tellings = new Tellings(types);
    }

    /** What is wanted; a question if nothing else fits. */
    public Intent of(String written) {
        Matcher desk = DESK.matcher(written.strip());
        return desk.matches()
                ? new Intent.SetDesk(
                        Stream.of(desk.group("first"), desk.group("second"))
                                .filter(Objects::nonNull)
                                .toList(),
                        ofAnythingElse(written))
                : ofAnythingElse(written);
    }

    private Intent ofAnythingElse(String written) {
        String all = plain(written);
        if (HELP.matcher(all).matches()) {
            return new Intent.Help();
        }
        if (THANKS.matcher(all).matches()) {
            return new Intent.Thanks();
        }
        if (MINE.matcher(all).matches()) {
            return new Intent.MyReports();
        }
        if (FOR_OTHER.matcher(all).matches()) {
            return new Intent.ForSomebodyElse();
        }
        if (WITHOUT_NAME.matcher(all).matches()) {
            return new Intent.WithoutName();
        }
        Matcher followUp = FOLLOW_UP.matcher(all);
        if (followUp.matches() || CODE_ALONE.matcher(all).matches()) {
            return new Intent.FollowUp(followUp.matches() ? followUp.group("code") : all);
        }
        if (CANCEL.matcher(all).matches()) {
            return new Intent.CancelReport();
        }
        if (GAPS.matcher(all).matches()) {
            return new Intent.Gaps();
        }
        if (UNDELIVERED.matcher(all).matches()) {
            return new Intent.Undelivered();
        }
        if (SELF_TEST.matcher(all).matches()) {
            return new Intent.SelfTest();
        }
        if (CURATED.matcher(all).matches()) {
            return new Intent.CuratedAnswers();
        }
        Optional<Intent> ofRegister = RegisterWords.intent(all);
        if (ofRegister.isPresent()) {
            return ofRegister.get();
        }
        if (ROLES.matcher(all).matches()) {
            return new Intent.Roles();
        }
        String text = GREETED.matcher(all).replaceFirst("");
        Optional<Told> told = tellings.told(text);
        boolean wantsToReport = REPORT.matcher(text).matches();
        if (told.isPresent() && (wantsToReport || !asks(text))) {
            return new Intent.Report(
                    ids(told.get().types()),
                    written.strip(),
                    wantsToReport || told.get().sure());
        }
        if (wantsToReport) {
            return new Intent.Report(ids(tellings.about(text)), "", true);
        }
        Intent.Ask ask = new Intent.Ask(
                written.strip(),
                told.map(event -> event.types().getFirst().id()).orElse(null));
        Matcher changes = CHANGES.matcher(text);
        if (told.isEmpty() && changes.matches()) {
            return new Intent.Changes(
                    Objects.requireNonNullElseGet(changes.group("what"), () -> changes.group("whether")), ask);
        }
        return ask;
    }

    /** Whether it ends in a question: "Is anyone there? I've lost my phone" does not. */
    private boolean asks(String text) {
        boolean asks = false;
        for (String sentence : Tellings.sentences(text)) {
            boolean question = QUESTION.matcher(sentence).find()
                    || IMAGINED.matcher(sentence).find();
            asks = question || (asks && tellings.told(sentence).isEmpty());
        }
        return asks;
    }

    private static List<String> ids(List<ReportType> types) {
        return types.stream().map(ReportType::id).toList();
    }

    private static String plain(String written) {
        String read = written.strip();
        return read.substring(0, Math.min(read.length(), READ))
                .toLowerCase(Locale.UK)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ");
    }
}
