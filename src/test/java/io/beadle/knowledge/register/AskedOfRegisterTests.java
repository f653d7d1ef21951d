package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedOfRegisterTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which policies are overdue?",
                "which of our policies are overdue for review",
                "What policies are out of date?",
                "are any policies overdue?",
                "Are there any overdue policies?",
                "overdue policies",
                "list overdue policies please",
                "show me all overdue policies",
                "how many policies are overdue",
                "Hi Beadle, can you tell me which policies are past their review date?",
                "what's overdue?",
                "whats overdue for review",
                "are all our policies up to date?",
                "which polices are overdue",
                "which security policies have expired?",
                "which documents should have been reviewed by now",
                "any policies not up to date?",
                "are any policy documents overdue",
            })
    void whatIsOverdue(String question) {
        assertThat(parse(question).asked()).isEqualTo(new Asked.Overdue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is due for review? |",
                "what's due? |",
                "which policies are due for review |",
                "policies due for review |",
                "which policies need reviewing? |",
                "what policies do we need to review |",
                "when are the policies due? |",
                "policy review dates |",
                "what is the next policy due for review? |",
                "which policies are due soon |",
                "which policies are coming up for review |",
                "which policies are due for review this year | 2026-12-31",
                "what is due for review next month? | 2026-12-31",
                "which policies are due this month | 2026-11-30",
                "which policies are up for review in the next 6 months | 2027-05-21",
                "which policies must be reviewed by March 2027 | 2027-03-31",
                "which policies are due in february | 2027-02-28",
                "what is due for review in 2027 | 2027-12-31",
            })
    void whatIsDueAndUntilWhen(String question, LocalDate until) {
        assertThat(parse(question).asked()).isEqualTo(new Asked.Due(until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which policies do you have?",
                "what policies do we have",
                "What policies are there?",
                "list all policies",
                "show me the policy register",
                "policy register",
                "policies",
                "how many policies do you know?",
                "what policies do you know about",
                "which documents do you answer from",
                "what's in the policy register?",
            })
    void allOfThem(String question) {
        assertThat(parse(question).asked()).isEqualTo(new Asked.Everything());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who owns the password policy? | OWNER | password policy",
                "who is the owner of our mobile device policy | OWNER | mobile device policy",
                "who's the owner of the password policy | OWNER | password policy",
                "password policy owner | OWNER | password policy",
                "who is the password policy's owner | OWNER | password policy",
                "who is in charge of the records policy? | OWNER | records policy",
                "who is responsible for the acceptable use policy | OWNER | acceptable use policy",
                "who looks after the incident plan | OWNER | incident plan",
                "When is the mobile device policy due? | REVIEW | mobile device policy",
                "when's the byod policy due for review | REVIEW | byod policy",
                "when will the password policy be reviewed? | REVIEW | password policy",
                "when does the removable media policy expire | REVIEW | removable media policy",
                "when is the removable media policy next reviewed | REVIEW | removable media policy",
                "What is the review date of the password policy? | REVIEW | password policy",
                "next review of the email policy | REVIEW | email policy",
                "password policy review date | REVIEW | password policy",
                "is the password policy overdue? | REVIEW | password policy",
                "is the mobile policy still up to date | REVIEW | mobile policy",
                "when is mobile device due for review | REVIEW | mobile device",
                "When was the password policy last approved? | APPROVED | password policy",
                "when did the information security policy get signed off | APPROVED | information security policy",
                "approval date of the records policy | APPROVED | records policy",
                "what version is the password policy? | VERSION | password policy",
                "which version of the password policy is current | VERSION | password policy",
                "what version of the mobile policy are we on? | VERSION | mobile policy",
                "what's the latest version of the acceptable use policy | VERSION | acceptable use policy",
                "acceptable use policy version number | VERSION | acceptable use policy",
                "do we have a mobile device policy? | ANY | mobile device policy",
                "is there a policy on removable media | ANY | policy on removable media",
                "where can I find the password policy? | ANY | password policy",
                "show me the acceptable use policy | ANY | acceptable use policy",
            })
    void oneFactOfOnePolicy(String question, Fact fact, String name) {
        assertThat(parse(question).asked()).isEqualTo(new Asked.About(fact));
        assertThat(parse(question).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Who owns the laptop I was given?",
                "How often is the policy reviewed?",
                "how often are policies reviewed",
                "who approves the password policy?",
                "who owns information assets?",
                "who owns the data in the council's systems",
                "what happens if my training is overdue?",
                "my library books are overdue",
                "what is overdue for deletion",
                "who reviews the policies",
                "what policies apply to contractors?",
                "which policies do I have to read before I start?",
                "does the password policy apply to councillors?",
                "what does the password policy say about sharing",
                "what changed in version 13?",
                "is there a number to ring at night?",
                "where is the shredder?",
                "who is responsible for information security?",
                "show me how to encrypt an e-mail",
                "when must I change my password?",
                "do you have a form for lost keys",
                "which policies are due by the board",
                "when was the password policy last changed by the auditor after the review",
            })
    void whatOnlySoundsLikeItIsForTheDocuments(String question) {
        assertThat(AskedOfRegister.parse(question, TODAY)).isEmpty();
    }

    private static AskedOfRegister parse(String question) {
        return AskedOfRegister.parse(question, TODAY).orElseThrow(() -> new AssertionError("Not understood"));
    }
}
