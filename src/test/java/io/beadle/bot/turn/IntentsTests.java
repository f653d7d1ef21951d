package io.beadle.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beadle.card.TestCards;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTests {
    private final Intents intents = new Intents(TestCards.bundled().types());

    /** {@code report} and {@code ask} are followed by the type told of, {@code -} for none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I've left my work phone on the train                              | report lost-device
            I’ve left my work phone on the train                              | report lost-device
            I think I've lost my laptop                                       | report lost-device
            lost phone                                                        | report lost-device
            LOST PHONE!!!                                                     | report lost-device
            phone lost                                                        | report lost-device
            my ipad got nicked from the car                                   | report lost-device
            my ipad's been nicked                                             | report lost-device
            Somebody has pinched my work mobile                               | report lost-device
            someone nicked my bag with my laptop in it                        | report lost-device
            had my phone snatched on the high street                          | report lost-device
            Got mugged last night, they took my phone                         | report lost-device
            can't find my laptop anywhere                                     | report lost-device
            cant find my laptop anywhere                                      | report lost-device
            I can’t find my tablet                                            | report lost-device
            I cannot find my usb stick                                        | report lost-device
            My laptop has gone missing                                        | report lost-device
            my labtop has been stolen                                         | report lost-device
            i lost my fone on the bus                                         | report lost-device
            I have lossed my phone                                            | report lost-device
            my laptop was stoled                                              | report lost-device
            I left my phone at home                                           | report lost-device
            I've mislaid a memory stick with client files                     | report lost-device
            I dropped my phone down a drain                                   | report lost-device
            We were burgled and the laptop is gone                            | report lost-device
            Is anyone there? I've lost my phone                               | report lost-device
            Hi, I have lost my phone                                          | report lost-device
            Hello Beadle my laptop was stolen from my car last night          | report lost-device
            What a day. I've lost my work phone                               | report lost-device
            help, I've lost my phone                                          | report lost-device
            help I lost my laptop                                             | report lost-device
            report a lost phone                                               | report lost-device
            report a phone                                                    | report lost-device
            I want to report a stolen laptop                                  | report lost-device
            can I report a lost phone?                                        | report lost-device
            report                                                            | report -
            Report.                                                           | report -
            I'd like to report something                                      | report -
            I would like to report an incident                                | report -
            I need to report a data breach                                    | report -
            can I report something please?                                    | report -
            Could I report an incident?                                       | report -
            please report an incident                                         | report -
            report an incident                                                | report -
            make a report                                                     | report -
            I want to make a report                                           | report -
            start a report                                                    | report -
            new report                                                        | report -
            continue my report                                                | report -
            carry on with my report                                           | report -
            resume                                                            | report -
            something has happened                                            | report -
            I have not lost my phone                                          | ask -
            my phone was never stolen                                         | ask -
            suppose I lost my phone                                           | ask lost-device
            imagine somebody stole a laptop                                   | ask lost-device
            tell me about lost phones                                         | ask lost-device
            something really odd happened                                     | report -
            What changed in the mobile policy?                                | changes mobile policy
            what's new in the password policy                                 | changes password policy
            whats changed with the acceptable use policy since last year      | changes acceptable use policy
            What are the latest changes to our data protection policy?        | changes data protection policy
            changes in the retention schedule                                 | changes retention schedule
            Has the mobile policy changed recently?                           | changes mobile policy
            show me the changes to the mobile policy please                   | changes mobile policy
            How do I change my password?                                      | ask -
            Has the password changed?                                         | ask -
            what changed?                                                     | ask -
            what do I do if I lose my phone?                                  | ask lost-device
            What do I do if my laptop is stolen?                              | ask lost-device
            what do i do if my laptop is stolen                               | ask lost-device
            my laptop was stolen, what now?                                   | ask lost-device
            my laptop was stolen what do I do                                 | ask lost-device
            I've lost my phone, who do I ring?                                | ask lost-device
            lost my phone what should I do                                    | ask lost-device
            is it ok to lose a phone                                          | ask lost-device
            Who do I tell about a lost laptop?                                | ask lost-device
            what is the policy on lost devices                                | ask lost-device
            lost phone policy                                                 | ask lost-device
            policy on stolen laptops                                          | ask lost-device
            lost device procedure                                             | ask lost-device
            when must I report a lost laptop?                                 | ask lost-device
            how do I report a lost phone?                                     | ask lost-device
            How do I report an incident?                                      | ask -
            who do I report a phishing email to                               | ask -
            do I have to report a near miss?                                  | ask near-miss
            can I work abroad                                                 | ask -
            Can I take my laptop on holiday?                                  | ask -
            can I use my own phone for work                                   | ask -
            am I allowed to use ChatGPT                                       | ask -
            password length                                                   | ask -
            how long must my password be                                      | ask -
            clear desk policy                                                 | ask -
            desk                                                              | desk
            Desk                                                              | desk
            set desk                                                          | desk
            desk ABCD-EFGH-JKLM                                               | desk ABCD-EFGH-JKLM
            desk abcdefgh2345                                                 | desk abcdefgh2345
            desk low                                                          | desk low
            Desk LOW ABCD-EFGH-JKLM                                           | desk LOW ABCD-EFGH-JKLM
            desk low please                                                   | ask -
            desk booking rules                                                | ask -
            desk policy?                                                      | ask -
            Must I clear my desk?                                             | ask -
            what does the report say about passwords                          | ask -
            retention of records                                              | ask -
            my reports                                                        | mine
            My report                                                         | mine
            show my reports                                                   | mine
            show me my reports please                                         | mine
            where are my reports?                                             | mine
            what have I reported?                                             | mine
            what happened to my report?                                       | mine
            gaps                                                              | gaps
            Gaps!                                                             | gaps
            show me the gaps                                                  | gaps
            questions without good answers                                    | gaps
            what are the gaps in the fence policy                             | ask -
            gaps in logging                                                   | ask -
            curated answers                                                   | curated
            show the curated answers please                                   | curated
            what are curated answers                                          | ask -
            cancel                                                            | cancel
            cancel my report                                                  | cancel
            stop                                                              | cancel
            cancel it please                                                  | cancel
            never mind                                                        | cancel
            help                                                              | help
            Help!                                                             | help
            hi                                                                | help
            Hello Beadle                                                      | help
            hiya                                                              | help
            good morning                                                      | help
            morning                                                           | help
            what can you do?                                                  | help
            who are you                                                       | help
            help me please                                                    | help
            ?                                                                 | help
            thanks                                                            | thanks
            Thank you!                                                        | thanks
            cheers                                                            | thanks
            ta                                                                | thanks
            thanks very much                                                  | thanks
            ok thanks                                                         | thanks
            great, thank you Beadle                                           | thanks
            thanks, what about tablets?                                       | ask -
            taxi fraud                                                        | ask -
            """)
    void tellsWhatIsWanted(String said, String wanted) {
        assertThat(inShort(intents.of(said))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void helpsWhoeverSaysNothing(String said) {
        assertThat(intents.of(said)).isEqualTo(new Intent.Help());
    }

    @Test
    void keepsWhatWasToldAndNothingOfAMereWishToReport() {
        assertThat(intents.of(" I've lost my work phone. Help! "))
                .isEqualTo(new Intent.Report(List.of("lost-device"), "I've lost my work phone. Help!", true));
        assertThat(intents.of("report a phone")).isEqualTo(new Intent.Report(List.of("lost-device"), "", true));
        assertThat(intents.of("report")).isEqualTo(new Intent.Report(List.of(), "", true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I think I've lost my laptop                          | false
                    I may have left my phone on the bus                  | false
                    I'm not sure if my phone was stolen                  | false
                    my laptop might have been nicked                     | false
                    maybe somebody stole my phone                        | false
                    I've lost my laptop                                  | true
                    I've lost my laptop, I think on the bus              | true
                    I'm really worried, my laptop was nicked             | true
                    I want to report that I think my phone was stolen    | true
                    """)
    void knowsWhetherTheyAreSureThatItHappened(String said, boolean sure) {
        assertThat(intents.of(said))
                .isInstanceOfSatisfying(
                        Intent.Report.class, report -> assertThat(report.sure()).isEqualTo(sure));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    report anonymously                              | without-name
                    can I report something anonymously?             | without-name
                    I want to make a confidential report            | without-name
                    please report this in confidence                | without-name
                    report without giving my name                   | without-name
                    anonymous report                                | without-name
                    How can I report anonymously?                   | ask -
                    is the whistleblowing line confidential?        | ask -
                    follow up ABCD-EFGH-JKLM-NPQR-STUV              | follow-up
                    Follow up my code abcd efgh jklm npqr stuv      | follow-up
                    follow-up ABCD-EFGH                             | follow-up
                    abcd-efgh-jklm-npqr-stuv                        | follow-up
                    follow up on the training we had                | ask -
                    """)
    void knowsWhoWantsToGiveNoNameAndWhoComesBackWithACode(String said, String wanted) {
        assertThat(inShort(intents.of(said))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    roles                                           | roles
                    show me the roles please                        | roles
                    Who holds which role?                           | roles
                    appoint                                         | roles
                    appoint somebody                                | roles
                    my absence                                      | roles
                    I'm away                                        | roles
                    who is the data protection officer?             | ask -
                    what are the roles in the policy?               | ask -
                    I'm away next week, who covers my laptop?       | ask -
                    """)
    void knowsWhoAsksForTheRoles(String said, String wanted) {
        assertThat(inShort(intents.of(said))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "self-test, self-test",
        "Self test please, self-test",
        "run a selftest, self-test",
        "Test yourself!, self-test",
        "self-test kits for staff, ask -",
    })
    void knowsWhoWantsItTested(String said, String wanted) {
        assertThat(inShort(intents.of(said))).isEqualTo(wanted);
    }

    @Test
    void asksWhatWasWrittenWithItsCapitals() {
        assertThat(intents.of("  Who is the SIRO? ")).isEqualTo(new Intent.Ask("Who is the SIRO?", null));
    }

    @Test
    void staysQuickOnALongText() {
        String story = "what ".repeat(5_000) + "report lost " + "my ".repeat(5_000);
        assertThat(intents.of(story)).isInstanceOf(Intent.Ask.class);
    }

    private static String inShort(Intent intent) {
        return switch (intent) {
            case Intent.Report report -> "report " + (report.type() == null ? "-" : report.type());
            case Intent.Changes changes -> "changes " + changes.policy();
            case Intent.Ask ask -> "ask " + (ask.type() == null ? "-" : ask.type());
            case Intent.SetDesk desk -> ("desk " + String.join(" ", desk.words())).strip();
            case Intent.MyReports mine -> "mine";
            case Intent.WithoutName unnamed -> "without-name";
            case Intent.FollowUp followUp -> "follow-up";
            case Intent.CancelReport cancel -> "cancel";
            case Intent.ForSomebodyElse other -> "behalf";
            case Intent.Undelivered undelivered -> "undelivered";
            case Intent.SelfTest test -> "self-test";
            case Intent.Gaps gaps -> "gaps";
            case Intent.CuratedAnswers curated -> "curated";
            case Intent.OfRegister ofRegister -> ofRegister.toString();
            case Intent.Roles roles -> "roles";
            case Intent.Help help -> "help";
            case Intent.Thanks thanks -> "thanks";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi there |",
                " me|help",
                " very much|thanks",
                " for x|thanks",
                " report|cancel",
                "? |lost phone",
                "desk |",
                " |desk",
                "report |",
                "lost |",
                "phone's |",
                "\t\n|",
                "a|",
                "9|desk ",
                "a b? |i lost my phone. ",
                "'|",
                "ok, |",
                "the |show ",
                "our | gaps"
            })
    void aLongTextTakesNoLongTimeAndOverflowsNoStack(String unitAndStart) {
        String unit = unitAndStart.substring(0, unitAndStart.indexOf('|'));
        String start = unitAndStart.substring(unitAndStart.indexOf('|') + 1);
        String hostile = start + unit.repeat(100_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> intents.of(hostile + "x"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> intents.of(hostile));
    }
}
