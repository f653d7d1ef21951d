package io.beadle.bot.report.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where something was: what follows a preposition of place, up to the next clause. "On the 38 bus" gives "the 38
 * bus"; a preposition that says more than in, on and at, such as "outside the town hall", stays.
 */
final class PlaceReader {
    private static final Set<String> PLAIN = words("""
            in on at inside onto""");
    private static final Set<String> TELLING = words("""
            outside near under behind between down opposite beside underneath by""");
    private static final Set<String> TAKEN = words("""
            stolen stole nicked pinched snatched swiped taken took missing gone fell robbed removed""");
    private static final Set<String> DETERMINERS = words("""
            the a an my our his her their one some another this that""");
    private static final Set<String> GOES_ON = words("""
            of in at on near from to""");
    private static final Set<String> MOVES = words("""
            train bus tram coach tube flight plane ferry taxi cab way road metro""");

    private static final Set<String> ENDS = words("""
            and but or so because when while whilst as which that who where with without by for i i'm i've it
            it's its he she we they you is was were are had has have got went then after before since until if
            not please ring call this about around yesterday tomorrow today last containing didn't can't can
            could might may must my there into out off what how""");

    /** Nobody is there, and nothing: what "in", "on" and "at" say of these is not where. */
    private static final Set<String> NOWHERE = words("""
            it them me him her us you there here error hurry rush panic meantime meanwhile mistake accident
            purpose time moment second minute once first last least all risk case question particular general
            fact full charge confidence authority leave holiday lunch duty call behalf person people end
            beginning middle past future morning afternoon evening night day days weekend week email emails
            e-mail mail message messages letter attachment attachments link file files document documents
            spreadsheet envelope cc bcc screen phone mobile laptop tablet ipad iphone computer pc device usb
            stick hand trouble doubt touch love order place addition january february march april may june july
            august september october november december my our the a an best point total half number ext
            extension fire hold top vain public private""");

    private static final int LONGEST = 9;

    private final String text;
    private final List<Word> words;

    private PlaceReader(String text) {
        this.text = text;
        words = Word.of(text);
    }

    /**
     * The first place told.
     *
     * @param text without the words that tell a time
     */
    static Optional<String> read(String text) {
        PlaceReader reader = new PlaceReader(text);
        for (int i = 0; i + 1 < reader.words.size(); i++) {
            Optional<String> place = reader.at(i);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private Optional<String> at(int i) {
        String preposition = low(i);
        boolean telling = TELLING.contains(preposition) && !preposition.equals("by");
        boolean taken = preposition.equals("from")
                && words.subList(Math.max(0, i - 8), i).stream().anyMatch(word -> TAKEN.contains(word.low()));
        if (!telling && !taken && !PLAIN.contains(preposition)) {
            return Optional.empty();
        }
        int end = end(i + 1, preposition.equals("between"));
        int head = head(i + 1, end);
        if (head < 0 || NOWHERE.contains(low(head)) || (NOWHERE.contains(low(i + 1)) && !isDeterminer(i + 1))) {
            return Optional.empty();
        }
        boolean kept = telling
                || low(head).equals("way")
                || low(i + 2 < end ? i + 2 : head).equals("way");
        return Optional.of(text.substring(
                words.get(kept ? i : i + 1).start(), words.get(end - 1).end()));
    }

    /** The last word of the thing itself, before any "of", "in" or "to"; -1 if there is none, or only a number. */
    private int head(int from, int end) {
        int head = from;
        while (head + 1 < end && !GOES_ON.contains(low(head + 1))) {
            head++;
        }
        boolean bare = low(head).matches("\\d[\\d.,:]*+")
                ? words.subList(from, head).stream().allMatch(word -> word.low().matches("\\d[\\d.,:]*+"))
                : head == from && isDeterminer(from);
        return head >= end || bare ? -1 : head;
    }

    /** Where the phrase that begins there ends, exclusive. */
    private int end(int from, boolean between) {
        int end = from;
        boolean and = between;
        while (end < words.size() && end - from < LONGEST && words.get(end).joined()) {
            String word = low(end);
            boolean opens = end == from || GOES_ON.contains(low(end - 1));
            if (and && word.equals("and")) {
                and = false;
            } else if (GOES_ON.contains(word)
                    ? !goesOn(from, end)
                    : (ENDS.contains(word) && !(opens && isDeterminer(end)))) {
                break;
            }
            end++;
        }
        while (end > from && (GOES_ON.contains(low(end - 1)) || (end - 1 > from && isDeterminer(end - 1)))) {
            end--;
        }
        return end;
    }

    /** Whether the preposition there leads on with the place: "to" does after what goes somewhere. */
    private boolean goesOn(int from, int at) {
        if (at == from || at + 1 >= words.size() || !words.get(at + 1).joined()) {
            return false;
        }
        String next = low(at + 1);
        int named = isDeterminer(at + 1) && at + 2 < words.size() ? at + 2 : at + 1;
        boolean nowhere = NOWHERE.contains(low(named));
        if (nowhere || (ENDS.contains(next) && !isDeterminer(at + 1))) {
            return false;
        }
        return !low(at).equals("to")
                || words.subList(from, at).stream()
                        .anyMatch(
                                word -> MOVES.contains(word.low()) || word.low().matches("\\d{1,2}[:.]\\d\\d"));
    }

    private boolean isDeterminer(int i) {
        return DETERMINERS.contains(low(i));
    }

    private String low(int i) {
        return words.get(i).low();
    }
}
