package io.beadle.bot.ask;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a short text, and which of them name a topic. The lists are of words that any question may have: they are
 * English, not the council's.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*+");
    private static final Set<String> FUNCTION =
            set("a an the and or but so of to in on at for from with without by about as if when while than then that"
                    + " this these those it its it's is isn't are aren't was were be been being am i i'm i've i'll i'd me my mine we"
                    + " we're we've us our ours you your yours he he's him his she she's her they they're them their theirs one ones"
                    + " who who's whom whose what what's which where where's why how how's do does did doing done don't doesn't didn't"
                    + " have has had having haven't can can't cannot could couldn't may might must mustn't shall should shouldn't will"
                    + " won't would wouldn't not no nor any some all every each both just only even still also too very much many more"
                    + " most few long longer often soon quickly fast far big old there there's here now yes ok okay please thanks"
                    + " thank need needs want got get let like into onto out off up down over under again ever never always"
                    + " anyway either neither instead otherwise else except because until since really actually exactly"
                    + " that's hi hello er erm well such same other another next first last straight away");
    /** Verbs of asking what to do, and nouns for what an answer has: they name nothing to be asked about. */
    private static final Set<String> GENERAL = set(
            "report reported tell told ask asked ring call contact send take use used keep kept delete share"
                    + " give bring put make made know find see say said says happen happens happened go come inform notify decide decides"
                    + " apply applies count counts matter matters include includes included allowed permitted required necessary"
                    + " mandatory compulsory wait hand return change reset sign store save move open check write answer answers do"
                    + " works work mean means help approve approves pay pays own owns enforce enforces"
                    + " number deadline form limit exception exceptions reason difference penalty case rule rules thing things"
                    + " example examples person somebody someone anybody anyone nobody everybody everyone people time times way kind"
                    + " sort problem question true right wrong fine safe legal illegal possible optional sure quick different");

    private static final Set<String> PEOPLE = set(
            "somebody someone anybody anyone nobody everybody everyone person people manager colleague colleagues contractor"
                    + " contractors supplier suppliers visitor visitors staff employee employees volunteer volunteers councillor"
                    + " councillors customer customers resident residents client clients member members leaver leavers child children"
                    + " police man woman boss team school schools parent parents partner partners agency");
    private static final Set<String> THING = set("it it's its this that that's");
    private static final Set<String> SOMEBODY = set("they they're them he he's him she she's");
    private static final Set<String> DEMONSTRATIVE = set("this that that's");

    /** "Is it OK to …", "how long does it take to …": an "it" that stands for nothing. */
    private static final Pattern EMPTY_IT = Pattern.compile(
            "\\b(?:is|was|isn't|would|will)(?: be)? it(?: be)? (?:a|an|ever|still|always|really|my|our|the|ok|okay|all right|alright"
                    + "|allowed|permitted|fine|safe|legal|illegal|possible|necessary|acceptable|right|wrong|mandatory|compulsory"
                    + "|against|true|worth|secure|good|bad|better|best|enough|too|who|whose)\\b[^?]*\\b(?:to|if|for|that|when|breach|policy|rules?"
                    + "|law|offence|using|sharing|sending|\\w+ing)\\b.*\\w"
                    + "|\\bit(?:'s| is) (?:ok|okay|allowed|safe|necessary|possible|fine) (?:to|for|if)\\b"
                    + "|\\b(?:does|will|did) it (?:take|matter|mean|cost|say|count)\\b.*\\b(?:to|if|when|that|about)\\b|\\bwhat does it (?:say|mean) ");
    /** "a document that holds …", "somebody that …", "make sure that": no pointing. */
    private static final Pattern JOINING_THAT = Pattern.compile(
            "(?<!\\b(?:is|was|does|do|did|about|of|for|like|with|after|to|if|what|why|how|who|and|but|so) )\\bthat\\b(?=\\s+\\w)");
    /** Where the pointing word points at a word right behind it: "this laptop", "that e-mail". */
    private static final Pattern YOU = Pattern.compile(
            "^(?:can|could|do|are|will|would|have|did|what can|what do|who are|what are|how do|how are) you\\b");

    private final List<String> words;
    private final String text;

    private Words(List<String> words, String text) {
        this.words = words;
        this.text = text;
    }

    /** @param text in small letters */
    static Words of(String text) {
        return new Words(
                WORD.matcher(text).results().map(found -> found.group()).toList(), text);
    }

    /** What a question is about: the question without the words at its ends that name nothing. */
    static String topic(String question) {
        Matcher word = WORD.matcher(question);
        int start = -1;
        int end = question.length();
        while (word.find()) {
            if (!FUNCTION.contains(word.group().toLowerCase(Locale.UK).replace('’', '\''))) {
                start = start < 0 ? word.start() : start;
                end = word.end();
            }
        }
        return start < 0 ? question : question.substring(start, end);
    }

    int count() {
        return words.size();
    }

    /** How many of them name something to be asked about. */
    int topics() {
        return topicWords().size();
    }

    List<String> topicWords() {
        return words.stream().filter(Words::isTopic).toList();
    }

    boolean addressesBeadle() {
        return YOU.matcher(text).find();
    }

    /** Whether it says "it", "that" or "they" with nothing before it that this could stand for. */
    boolean speaksOfSomethingUnnamed() {
        if (EMPTY_IT.matcher(text).find()) {
            return false;
        }
        List<String> pointing = WORD.matcher(JOINING_THAT.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group())
                .toList();
        for (int i = 0; i < pointing.size(); i++) {
            String word = pointing.get(i);
            boolean thing = THING.contains(word);
            if ((thing || SOMEBODY.contains(word))
                    && !isNamed(pointing.subList(0, i), thing)
                    && !hasOwnNoun(pointing, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(List<String> before, boolean thing) {
        return before.stream()
                .anyMatch(word -> thing
                        ? isTopic(word) && !PEOPLE.contains(word) && !isPlural(word)
                        : isTopic(word) || PEOPLE.contains(word));
    }

    /** "this laptop", "that e-mail I got": it names what it points at, and more of it. */
    private static boolean hasOwnNoun(List<String> words, int at) {
        return DEMONSTRATIVE.contains(words.get(at))
                && at + 1 < words.size()
                && isTopic(words.get(at + 1))
                && words.subList(at + 1, words.size()).stream()
                                .filter(Words::isTopic)
                                .count()
                        > 1;
    }

    private static boolean isPlural(String word) {
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    }

    private static boolean isTopic(String word) {
        return !FUNCTION.contains(word) && !GENERAL.contains(word);
    }

    private static Set<String> set(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
