package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Suites;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {
    private final Names names = new Names(Suites.glossary());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the mobile policy | Mobile and Remote Working Policy | true | false",
                "mobile devices policy | Mobile Device | true | true",
                "policy on removable media | Removable media policy | true | true",
                "email policy | E-mail, messaging and post policy | true | false",
                "smartphone policy | Mobile Policy | true | false",
                "memory stick policy | Removable media policy | true | false",
                "policy on working abroad | Mobile and Remote Working Policy | false | false",
                "the policy | Password Policy | false | false",
                "council's password policy | Passwords | true | true",
            })
    void aNameIsMeantByWhatPeopleCallIt(String called, String name, boolean possible, boolean whole) {
        Names.Likeness likeness = names.of(called, List.of(name));
        assertThat(likeness.isPossible()).isEqualTo(possible);
        assertThat(likeness.isWhole()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mobile Device | Mobile Devices Policy | true",
                "Records Disposal | Disposal of records procedure | true",
                "Mobile Device | Desktop and Mobile Device | false",
                "Policy | Procedure | false",
            })
    void twoNamesAreTheSameThroughTheirKindAndOrder(String one, String other, boolean same) {
        assertThat(Names.same(one, other)).isEqualTo(same);
    }
}
