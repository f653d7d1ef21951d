package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HintsTests {
    /** What a field of one line shows on a telephone; the rest of it cannot be read there. */
    private static final int MOST = 45;

    private static final Content CONTENT = new ContentLoader(new ContentProperties(null, null, null)).load();

    @Test
    void theHintInAFieldOfOneLineIsNotCutOffOnAPhone() {
        Stream<Question> asked = CONTENT.reportTypes().types().stream().flatMap(ReportType::questions);
        Stream<Question> ofActs = CONTENT.acts().acts().stream().flatMap(act -> act.fields().stream());

        assertThat(Stream.concat(asked, ofActs))
                .filteredOn(question -> question.kind() == Question.Kind.TEXT && question.hint() != null)
                .isNotEmpty()
                .extracting(Question::hint)
                .allSatisfy(hint -> assertThat(hint).hasSizeLessThanOrEqualTo(MOST));
    }
}
