package io.beadle.knowledge.answer;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What kind of answer a question asks for, told by its form; and whether a text has something of the kind. */
enum Wanted {
    TIME(
            "\\b(?:when|how (?:often|long|soon|quickly|fast|frequently|many (?:days|hours|weeks|months|years))|what (?:date|day|time)"
                    + "|review date|deadline|time limit)\\b",
            "\\b(?:\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|(?:19|20)\\d\\d|(?:\\d+|one|two|three|five|six|seven|ten|twelve) ?(?:working |calendar )?"
                    + "(?:minutes?|hours?|days?|weeks?|months?|years?)|annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|regular(?:ly)?"
                    + "|every|each (?:day|week|month|year)|immediately|at once|promptly|as soon as|without (?:undue )?delay"
                    + "|January|February|March|April|May|June|July|August|September|October|November|December)\\b"),
    NUMBER(
            "\\b(?:how (?:many|much|big|large|old|far)|(?:phone|telephone|helpdesk|desk) number|minimum|maximum|(?:what|which) (?:number|amount|percentage|rate))\\b",
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\\b"),
    PERSON(
            "^\\W*(?:who|whom|whose)\\b|\\b(?:who (?:do|does|should|is|can|must|has|will|are)|whose|whom"
                    + "|(?:which|what) (?:manager|officer|director|person|team|role|department))\\b",
            "\\b(?:director|officer|manager|head of|team|committee|group|cabinet|board|councillor|guardian|adviser|advisor|desk"
                    + "|department|service|SIRO|DPO|auditor?|owner|administrator|staff|supervisor|executive|council)s?\\b"),
    STEP(
            "\\bwhat (?:do|should|must|shall|can|am|are) (?:I|we|you|they|staff)\\b|\\bhow (?:do|should|can|must|shall|to)\\b|\\bwhat (?:now|next|happens)\\b"
                    + "|\\b(?:do|should|must|can|may|shall) (?:I|we)\\b|\\bshould (?:there|somebody|someone)\\b",
            "\\b(?:must|should|shall|needs? to|required to|are to|is to|may(?: not| only)?|can(?:not)?|never|always|only|ensure|do not|don[’']t"
                    + "|responsible for|report(?:ed)?|ring|contact|tell|ask|seek|notify|inform)\\b"),
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
