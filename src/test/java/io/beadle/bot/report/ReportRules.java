package io.beadle.bot.report;

/** What checks answers and keeps them, for tests of other packages. */
public record ReportRules(AnswerRules answers, Reports reports) {
    public static ReportRules bundled() {
        AnswerRules answers = Story.rules();
        return new ReportRules(answers, new Reports(answers, Story.moments(), Story.CARDS.messages()));
    }
}
