package io.beadle.bot.ask;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.away;
import static io.beadle.people.SomePeople.in;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.people.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentContactsTests {
    private static final TestCards CARDS = TestCards.bundled();

    private final CurrentContacts contacts = SomeContacts.of(CARDS);

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
    @ValueSource(strings = {"Who is the DPO?", "DPO contact details", "how do I contact the data protection officer"})
    void whoIsAppointedIsNamedWithTheNumbersOfTheOffice(String question) {
        CurrentContacts held = SomeContacts.of(CARDS, withDeputy("Dee", appointed("dpo", "Priya")));
        assertThat(held.to(question))
                .contains("Who holds this now, as appointed in Beadle:\n\n- **Data protection officer**: Priya,"
                        + " 01632 960120, or 01632 960129 out of hours, dpo@aldermere.example");
    }

    @Test
    void theDeputyIsNamedWhileTheHolderIsAway() {
        Span today = new Span(TestCards.SATURDAY.minusSeconds(60), TestCards.SATURDAY.plusSeconds(60));
        CurrentContacts held = SomeContacts.of(CARDS, away(today, withDeputy("Dee", appointed("dpo", "Priya"))));
        assertThat(held.to("who is the dpo").orElseThrow()).contains("Dee, in place of Priya, who is away, 01632");
        CurrentContacts nobody = SomeContacts.of(CARDS, away(today, appointed("dpo", "Priya")));
        assertThat(nobody.to("who is the dpo").orElseThrow())
                .startsWith("The council's current contacts:")
                .doesNotContain("Priya");
    }

    @Test
    void whoAsksWhomToRingAboutSomethingGetsItsHolderAndTheTeam() {
        CurrentContacts held = SomeContacts.of(CARDS, appointed("safeguarding", "Una"), appointed("siro", "Sid"));
        assertThat(held.to("Who do I ring about safeguarding?"))
                .contains("Who holds this now, as appointed in Beadle:\n\n- **Safeguarding lead**: Una\n\n"
                        + "The council's current contacts:\n\n- **the information security team**: 01632 960100 (Monday to"
                        + " Friday, 9am to 5pm), 01632 960199 at other times, security@aldermere.example");
        assertThat(held.to("who do I ring about a stolen laptop").orElseThrow()).doesNotContain("Una", "Sid");
    }

    @Test
    void aRoleHeldByDepartmentIsAnsweredForTheDepartmentNamed() {
        CurrentContacts held = SomeContacts.of(
                CARDS,
                in("housing", appointed("department-rep", "Hal")),
                in("finance", appointed("department-rep", "Fay")));
        assertThat(held.to("who is the departmental representative for housing?")
                        .orElseThrow())
                .contains("**Departmental representative, Housing**: Hal")
                .doesNotContain("Fay");
        assertThat(held.to("who is the department rep?").orElseThrow()).contains("Hal", "Finance**: Fay");
    }

    @Test
    void anOfficeWithoutHolderAndNumberSaysSoAndNamesTheTeam() {
        assertThat(contacts.to("who is the caldicott guardian").orElseThrow())
                .contains("**Caldicott guardian**: nobody is there", "01632 960100")
                .doesNotContain("as appointed in Beadle");
    }

    @Test
    void whoActsOnIncidentsIsNotNamedToEverybody() {
        CurrentContacts held = SomeContacts.of(CARDS, appointed("nominated", "Ann"));
        assertThat(held.to("who is the nominated person?")).isEmpty();
    }

    @Test
    void noAddressGivenForAlertsAndNoMarkupOfANameIsShown() {
        CurrentContacts held = SomeContacts.of(CARDS, appointed("siro", "*Sid*"));
        assertThat(held.to("who is the siro").orElseThrow())
                .contains("\\*Sid\\*, 01632 960121")
                .doesNotContain("council.example");
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
