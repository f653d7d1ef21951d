package io.beadle.knowledge.answer;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What kind of answer a question wants, told by its form; and whether a text has something of the kind. */
enum Wanted {
    ACTION(
            "\\bwhat (?:do|should|must|shall|can) (?:I|we|you|staff)(?: have to| need to)? do\\b|\\bwhat (?:now|next)\\b"
                    + "|\\bwhat to do\\b",
            "\\b(?:must|should|shall|have to|needs? to|required to|report|ring|contact|tell|ask|seek|notify|inform)\\b"),
    TIME(
            "\\b(?:when (?:is|are|was|were|do|does|did|will|must|should)|how (?:often|long|soon|quickly|fast|frequently)"
                    + "|how many (?:minutes|hours|days|weeks|months|years)|what (?:date|day)|review date|deadline)\\b",
            "\\d|\\b(?:one|two|three|four|five|six|seven|ten|twelve) (?:working |calendar )?(?:minute|hour|day|week|month|year)"
                    + "|\\b(?:annual|year|month|week|dai|quarter|regular)ly\\b|\\b(?:annual|every|each|immediately|at once|promptly"
                    + "|as soon as|without (?:undue )?delay|until|before)\\b"),
    NUMBER(
            "\\bhow (?:many|big|large|old|far)\\b|\\b(?:phone|telephone|desk) number\\b"
                    + "|\\b(?:minimum|maximum) \\w+",
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\\b"),
    PERSON(
            "^\\W*(?:who|whom|whose)\\b|\\b(?:which|what) (?:manager|officer|director|person|team|department)\\b",
            "\\b(?:director|officer|manager|head of|team|committee|group|cabinet|board|councillor|guardian|advis[eo]r|desk"
                    + "|department|service|auditor?|owner|administrator|staff|supervisor|executive|council)s?\\b|\\b(?-i:[A-Z]{3,})\\b"),
    ANYTHING("", "");

    private final Pattern question;
    private final Pattern answer;

    Wanted(String question, String answer) {
        this.question = Pattern.compile(question, Pattern.CASE_INSENSITIVE);
        this.answer = Pattern.compile(answer, Pattern.CASE_INSENSITIVE);
    }

    static Wanted by(String question) {
        return Arrays.stream(values())
                .filter(kind -> kind.question.matcher(question).find())
                .findFirst()
                .orElse(ANYTHING);
    }

    boolean isIn(String text) {
        return answer.matcher(text).find();
    }
}
