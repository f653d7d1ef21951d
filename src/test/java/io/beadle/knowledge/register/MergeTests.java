package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.RegisterFile;
import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisterAnswer.Source;
import io.beadle.knowledge.RegisteredPolicy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTests {
    private static final Policy MAIN =
            policy("main.md", "Information Security Policy", "Fenmarsh District Council", null);
    private static final Policy MOBILE = new Policy(
            "mobile.md", "Mobile Device Policy", "Fenmarsh District Council", "2.1", "Jo", "May 2025", "soon");

    @Test
    void aDocumentTellsOfItselfAndWhatIsNoDateIsNone() {
        Entry entry = one(RegisterFile.EMPTY, List.of(MOBILE), List.of());

        assertThat(entry.policy())
                .isEqualTo(new RegisteredPolicy(
                        "Mobile Device Policy",
                        "mobile.md",
                        "policy",
                        "Jo",
                        "2.1",
                        LocalDate.of(2025, 5, 1),
                        null,
                        null,
                        null));
        assertThat(entry.told().source(Fact.APPROVED))
                .contains(new Source(Source.Kind.DOCUMENT, "Mobile Device Policy", true));
        assertThat(entry.told().source(Fact.REVIEW)).isEmpty();
    }

    @Test
    void theRegisterGoesBeforeTheDocumentWhereItSpeaks() {
        RegisterFile register =
                new RegisterFile(null, List.of(entry("MOBILE.md", "Phones and tablets", "5.0", "12/05/2027")));

        Entry entry = one(register, List.of(MOBILE), List.of());

        assertThat(entry.policy().name()).isEqualTo("Phones and tablets");
        assertThat(entry.policy().version()).isEqualTo("5.0");
        assertThat(entry.policy().owner()).isEqualTo("Jo");
        assertThat(entry.policy().reviewDue()).isEqualTo(LocalDate.of(2027, 5, 12));
        assertThat(entry.told().source(Fact.VERSION).orElseThrow().kind()).isEqualTo(Source.Kind.REGISTER);
        assertThat(entry.told().source(Fact.OWNER).orElseThrow().kind()).isEqualTo(Source.Kind.DOCUMENT);
        assertThat(entry.names()).contains("Mobile Device Policy", "Phones and tablets", "mobile");
    }

    @Test
    void aListTellsWhenADocumentIsDueThatDoesNotSay() {
        ListedReview listed = new ListedReview("Mobile Devices", null, LocalDate.of(2026, 11, 30), "main.md");

        List<Entry> entries = Merge.of(RegisterFile.EMPTY, List.of(MAIN, MOBILE), List.of(listed));

        assertThat(entries).hasSize(2);
        assertThat(entries.getLast().policy().reviewDue()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(entries.getLast().told().source(Fact.REVIEW))
                .contains(new Source(Source.Kind.LIST, "Information Security Policy", false));
    }

    @Test
    void whatADocumentSaysOfItselfGoesBeforeAList() {
        Policy dated = policy("mobile.md", "Mobile Device Policy", null, "1 June 2027");
        ListedReview listed = new ListedReview("Mobile Device", null, LocalDate.of(2024, 11, 30), "main.md");

        assertThat(Merge.of(RegisterFile.EMPTY, List.of(MAIN, dated), List.of(listed))
                        .getLast()
                        .policy()
                        .reviewDue())
                .isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void whatIsOnlyListedIsAnEntryWithoutADocument() {
        LocalDate due = LocalDate.of(2024, 11, 30);
        List<ListedReview> listed = List.of(
                new ListedReview("Records Disposal", "policy", due, "main.md"),
                new ListedReview("Records Disposal", "procedure", due.plusYears(1), "main.md"));

        List<Entry> entries = Merge.of(RegisterFile.EMPTY, List.of(MAIN), listed);

        assertThat(entries.subList(1, 3))
                .extracting(Entry::policy)
                .allSatisfy(policy -> assertThat(policy.document()).isNull())
                .extracting(RegisteredPolicy::kind)
                .containsExactly("policy", "procedure");
    }

    @Test
    void aListSaysNothingOfAnotherCouncilsPolicies() {
        Policy other = policy("other.md", "Mobile Device Policy", "Hillford County Council", null);
        ListedReview listed = new ListedReview("Mobile Device", null, LocalDate.of(2026, 11, 30), "main.md");

        assertThat(Merge.of(RegisterFile.EMPTY, List.of(MAIN, other), List.of(listed)))
                .extracting(entry -> entry.policy().document())
                .containsExactlyInAnyOrder("main.md", "other.md", null);
    }

    @Test
    void anEntryByNameAloneIsOfTheDocumentOrTheListedPolicyOfThatName() {
        RegisterFile register = new RegisterFile(
                null,
                List.of(entry(null, "mobile devices", "9", null), entry(null, "Server Security Standard", "1", null)));

        List<Entry> entries = Merge.of(register, List.of(MOBILE), List.of());

        assertThat(entries).extracting(entry -> entry.policy().version()).containsExactly("9", "1");
        assertThat(entries.getLast().policy().kind()).isEqualTo("standard");
    }

    private static Entry one(RegisterFile register, List<Policy> policies, List<ListedReview> listed) {
        List<Entry> entries = Merge.of(register, policies, listed);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static Policy policy(String file, String title, @Nullable String whose, @Nullable String review) {
        return new Policy(file, title, whose, null, null, null, review);
    }

    private static RegisterFile.Entry entry(
            @Nullable String document, @Nullable String name, String version, @Nullable String due) {
        return new RegisterFile.Entry(document, name, List.of(), null, null, null, version, null, due, null, null);
    }
}
