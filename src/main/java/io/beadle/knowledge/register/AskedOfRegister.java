package io.beadle.knowledge.register;

import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question as the register can answer it. The whole sentence has to be of a known form: what has one word more asks for
 * something else, and is for the documents.
 *
 * @param name what the policy was called; null where the question is about all of them
 * @param strict whether the name must be all of a policy's own, because nothing else tells that a policy is meant
 */
record AskedOfRegister(Asked asked, @Nullable String name, boolean strict) {
    private static final int LONGEST = 200;
    private static final String KIND = "(?:polic(?:y|ies)|procedures?|standards?|guidance|guidelines?|strateg(?:y|ies)"
            + "|plans?|documents?|protocols?|handbooks?|codes? of conduct|code|schedules?|charters?)";
    private static final String MANY =
            "(?:policies and procedures|policies|procedures|standards|documents|policy documents)";
    private static final String ALL_OF =
            "(?:(?:which|what|any|all|how many|the|of|our|your|council|council's|corporate|security"
                    + "|information|it|data protection|a|list|current|these|other) )*+";
    private static final String SHOW = "(?:(?:show|list|give|name|tell|see|display|get|send)(?: me| us)? )?";
    private static final String BE = "(?:is|are|was|were|am)";
    private static final String REVIEW =
            "(?:(?:for|on|to|be|in|at|up|a|an|the|their|its|next|again|being|get|by) )*+(?:review|reviews|reviewed|reviewing|renewal|renewed|update)";
    private static final String LATE =
            "(?:over ?due|late|behind|out of date|out-of-date|outdated|expired|lapsed|not up to date"
                    + "|past (?:their|its|the) (?:review|due|expiry)(?: date)?s?)(?: " + REVIEW + ")?";
    private static final String DUE = "(?:due|up|coming up|coming due|scheduled|ready|next|soon due)(?: soon)?";
    private static final String PERIOD =
            "(?: (?<period>soon|next|now|this year|next year|this month|next month|this quarter"
                    + "|(?:in|within|over) (?:the )?(?:next|coming) (?:\\d{1,3} )?(?:day|week|month|year)s?|(?:in|by|before) [a-z0-9 ]{3,20}))?";
    private static final String NAME = "(?<name>.{2,100}?)";
    private static final String THE = "(?:(?:the|our|your|council's|a|an|any) )?";

    private static final List<Pattern> OVERDUE = patterns(
            SHOW + ALL_OF + MANY + " (?:(?:that|which|have|has|gone|now|currently|already|" + BE + ") )*+" + LATE,
            "(?:what|anything|which ones|which) (?:is|are) over ?due(?: " + REVIEW + ")?",
            "(?:is|are) (?:there )?" + ALL_OF + "(?:of )?" + ALL_OF + MANY + " (?:that (?:is|are) )?(?:" + LATE
                    + "|up to date|current|in date)",
            "(?:is|are) (?:there )?" + ALL_OF + LATE + " " + MANY,
            SHOW + ALL_OF + "(?:over ?due|out of date|outdated|expired|late) " + MANY,
            SHOW + ALL_OF + "(?:over ?due|late) reviews?(?: of " + MANY + ")?",
            ALL_OF + MANY + " (?:that )?(?:should have been|were not|have not been|has not been|was not) reviewed"
                    + "(?: (?:by now|already|yet|on time|in time))?");

    private static final List<Pattern> DUE_SOON = patterns(
            SHOW + ALL_OF + MANY + " (?:(?:that|which|" + BE + ") )*+" + DUE + "(?: " + REVIEW + ")?" + PERIOD,
            "(?:what|which ones|which|anything|what else|what policy|which policy) (?:is|are) " + DUE + " " + REVIEW
                    + PERIOD,
            "(?:what|what policy|which policy) is due(?: next| soon)?",
            SHOW + ALL_OF + MANY
                    + " (?:(?:that|do|we|i|you|they|to|will|must|should|have|need|needs|fall|due) )++(?:be )?(?:a )?"
                    + REVIEW + PERIOD,
            "when are " + ALL_OF + MANY + " (?:due|reviewed|next reviewed|up)(?: " + REVIEW + ")?",
            SHOW + "(?:the )?(?:upcoming|coming|next|due) (?:policy |document )?reviews?(?: of " + MANY + ")?" + PERIOD,
            SHOW + ALL_OF + "(?:policy )?review (?:dates|schedule|calendar)(?: (?:of|for) " + ALL_OF + MANY + ")?",
            "(?:what|which|when) is (?:the )?next (?:policy|document|one) (?:due|due to be reviewed|to be reviewed|to review|up)(?: "
                    + REVIEW + ")?");

    private static final List<Pattern> EVERYTHING = patterns(
            SHOW + ALL_OF + MANY + " (?:(?:do|does|are|is|can) )?(?:you|we|i|there|the council|they|exist)"
                    + "(?: (?:have|know|hold|got|hold|keep|use|cover|answer|read|have got|look at))?(?: (?:about|of|from|in|here|there|the register))*+",
            "(?:show|list|see|display|get|give|what are|what is in|which are)(?: me| us)? " + ALL_OF
                    + "(?:policy register|register of policies|policies|policy list|list of policies|policies list|policies and procedures)",
            "(?:the )?(?:policy register|policy list|list of (?:all )?(?:the |our )?policies|all policies|policies|register of policies)");

    private static final List<Pattern> OWNER = patterns(
            "(?:do you know )?who (?:owns|own|owned|maintains|looks after|is the owner of|is the owner for|is owner of|is in charge of"
                    + "|has ownership of|is the policy owner of|is accountable for) " + THE + NAME,
            "(?:who is )?(?:the )?(?:policy )?owner (?:of|for) " + THE + NAME,
            "who is " + THE + NAME + "(?:'s|s')? (?:policy )?owner",
            "who is responsible for " + THE + "(?<name>.{2,100} policy)",
            "whose (?:is|policy is) " + THE + NAME,
            THE + NAME + "(?:'s)? owner");

    private static final List<Pattern> REVIEWED = patterns(
            "(?:by )?when (?:is|was|will|should|must|does|do|are|has) " + THE + NAME
                    + " (?:(?:next|now|be|to|get|come|fall|have|is|again|actually) )*+(?:due|over ?due|up|reviewed|reviewing|a review|expire|expires|run out|need reviewing|needs reviewing|need a review)"
                    + "(?: (?:again|next|out))?(?: " + REVIEW + ")?",
            "(?:what is |when is |tell me )?(?:the )?(?:next )?(?:review|expiry|due|renewal)(?: due)?(?: date)? (?:of|for|on) "
                    + THE + NAME + "(?: due)?",
            "(?:what is |when is )?" + THE + NAME
                    + "(?:'s|s')? (?:next )?(?:review date|due date|expiry date|review due|next review)(?: due)?",
            "is " + THE + NAME + " (?:(?:still|currently|now|already|yet) )*+(?:" + LATE
                    + "|up to date|up-to-date|in date|current|valid|due)(?: " + REVIEW + ")?",
            "(?:how long until|how soon) (?:is )?" + THE + NAME + " (?:is )?due(?: " + REVIEW + ")?");

    private static final List<Pattern> APPROVED = patterns(
            "when (?:was|were|did|is) " + THE + NAME
                    + " (?:(?:last|first|get|formally|most recently) )*+(?:approved|agreed|signed off|adopted|ratified|authorised)",
            "(?:what is |when is |when was )?(?:the )?(?:last )?(?:approval date|date of approval|approval|sign-off date) (?:of|for) "
                    + THE + NAME,
            THE + NAME + "(?:'s)? approval date");

    private static final List<Pattern> VERSION = patterns(
            "(?:what|which) (?:version|issue|edition|revision)(?: number)?(?: (?:of|is|are|do|does|we|you|use|have|on))*+ "
                    + THE
                    + NAME
                    + "(?: (?:is|are|do|does|we|you|at|on|now|current|currently|in force|in use|live|use|using|have|the latest|latest|valid|there|it|should i|up to))*",
            "(?:what is |which is |what's )?(?:the )?(?:current |latest |newest |live )?(?:version|edition|issue)(?: number)? (?:of|for) "
                    + THE + NAME,
            THE + NAME + "(?:'s)? (?:version|version number|current version|latest version)");

    private static final List<Pattern> ANY = patterns(
            "(?:do|does|have|has) (?:you|we|the council|i) (?:have |got |hold |have got )?(?:a|an|any|the|our) " + NAME,
            "is there (?:a|an|any) " + NAME,
            "(?:where is|where's|where can i (?:find|read|see|get)|where do i (?:find|get|see)|show me|show|open|find|find me|link to"
                    + "|the link to|send me|details of|can i (?:see|read|have)|i want to (?:see|read)|i need) "
                    + THE + NAME);

    private static final Pattern NAMES_KIND = Pattern.compile(".*\\b" + KIND + "\\b.*");
    private static final Pattern POLITE =
            Pattern.compile("^(?:(?:hi|hello|hey|beadle|please|ok|okay|so|and|now|just|quick question"
                    + "|good (?:morning|afternoon)|(?:can|could|would|will) you (?:please )?(?:tell me|show me|list|check|say)"
                    + "|tell me|do you know|i need to know|i want to know|i would like to know|remind me|any idea) )*+"
                    + "|(?: (?:please|thanks|thank you|ta|beadle|at the moment|right now|currently|at present))*+$");

    private static List<Pattern> patterns(String... forms) {
        return Arrays.stream(forms).map(Pattern::compile).toList();
    }

    /** Empty for what the register has no answer to. */
    static Optional<AskedOfRegister> parse(String question, LocalDate today) {
        String text = plain(question);
        if (isLong(text)) {
            return Optional.empty();
        }
        if (matches(OVERDUE, text)) {
            return all(new Asked.Overdue());
        }
        Optional<AskedOfRegister> due = DUE_SOON.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(found -> due(found, today));
        if (due.isPresent()) {
            return due;
        }
        if (matches(EVERYTHING, text)) {
            return all(new Asked.Everything());
        }
        return about(Fact.OWNER, OWNER, text, false)
                .or(() -> about(Fact.APPROVED, APPROVED, text, true))
                .or(() -> about(Fact.VERSION, VERSION, text, true))
                .or(() -> about(Fact.REVIEW, REVIEWED, text, true))
                .or(() -> about(Fact.ANY, ANY, text, false));
    }

    /** Longer than anybody asks the register. */
    static boolean isLong(String question) {
        return question.length() > LONGEST;
    }

    private static Optional<AskedOfRegister> all(Asked asked) {
        return Optional.of(new AskedOfRegister(asked, null, false));
    }

    /** A period that is none ("by the board") makes it another question. */
    private static Optional<AskedOfRegister> due(Matcher found, LocalDate today) {
        String period = found.namedGroups().containsKey("period") ? found.group("period") : null;
        if (period == null) {
            return all(new Asked.Due(null));
        }
        return Period.end(period, today).flatMap(end -> all(new Asked.Due(end)));
    }

    private static boolean matches(List<Pattern> forms, String text) {
        return forms.stream().anyMatch(form -> form.matcher(text).matches());
    }

    /** @param bare whether the form itself tells that a policy is meant, so that its name alone will do */
    private static Optional<AskedOfRegister> about(Fact fact, List<Pattern> forms, String text, boolean bare) {
        return forms.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .map(found -> found.group("name"))
                .filter(name -> bare || NAMES_KIND.matcher(name).matches())
                .map(name -> new AskedOfRegister(
                        new Asked.About(fact), name, !NAMES_KIND.matcher(name).matches()))
                .findFirst();
    }

    private static String plain(String question) {
        String text = question.strip()
                .toLowerCase(Locale.UK)
                .replaceAll("[’`]", "'")
                .replaceAll("\\b(who|what|when|where|whose)(?:'s|s)\\b(?! (?:policy|is|responsibility))", "$1 is")
                .replaceAll("\\bisn't\\b", "is not")
                .replaceAll("\\bhaven't\\b", "have not")
                .replaceAll("\\b(?:polices|policys|policie|polocies|policy's(?= (?:are|do|is due)))\\b", "policies")
                .replaceAll("[\"?!.,;:()*]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return POLITE.matcher(text).replaceAll("").strip();
    }
}
