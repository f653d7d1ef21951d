package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentContactsTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final CurrentContacts contacts = new CurrentContacts(CARDS.content().contacts(), CARDS.messages());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who do I ring tonight?",
                "who should I call if my laptop is stolen",
                "whom do i contact about a data breach?",
                "I lost my badge, who do I tell",
                "which number do I ring out of hours",
                "security team number",
                "what's the phone number of the security team",
                "emergency number?",
                "how do I contact the information security team",
                "who must I report this to",
            })
    void whomToRingIsTheTeamOfNow(String question) {
        assertThat(contacts.to(question))
                .contains(
                        "The council's current contacts:\n\n- **the information security team**: 01632 960100 (Monday to"
                                + " Friday, 9am to 5pm), 01632 960199 at other times, security@aldermere.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who is the DPO?",
                "who's our data protection officer",
                "DPO contact details",
                "number for the DPO",
                "dpo email",
                "how do I contact the data protection officer",
                "DPO?",
            })
    void whoHoldsAnOfficeIsThatLineAlone(String question) {
        assertThat(contacts.to(question))
                .contains("The council's current contacts:\n\n- **Data protection officer**: 01632 960120,"
                        + " or 01632 960129 out of hours, dpo@aldermere.example");
    }

    @Test
    void anOfficeThatAnswersAtNightSaysHow() {
        assertThat(contacts.to("who is the information security manager").orElseThrow())
                .contains("01632 960110, or 01632 960199 out of hours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "what does the DPO do?",
                "who is responsible for data protection?",
                "when must the SIRO decide",
                "what do I do if my laptop is stolen?",
                "may I call a colleague on WhatsApp?",
                "do I have to tell the DPO about a near miss?",
                "contact the data protection policy",
            })
    void whatIsNoQuestionForAPersonIsForTheDocuments(String question) {
        assertThat(contacts.to(question)).isEmpty();
    }
}
