package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beadle.Alongside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Alongside
class ContentLoaderTests {
    @TempDir
    Path folder;

    /** The officer's folders: copies of what is bundled, with one text of their own. */
    @BeforeEach
    void copyTheBundledContent() throws IOException {
        copy(Path.of("bot"), folder.resolve("bot"));
        copy(Path.of("adaptive-cards"), folder.resolve("cards"));
        copy(Path.of("knowledge"), folder.resolve("knowledge"));
        write("bot/messages.properties", "thanks=Any time.\n");
    }

    @Test
    void theBundledContentLoads() {
        Content content = new ContentLoader(new ContentProperties(null, null, null)).load();
        ReportType lost = content.reportTypes().find("lost-device").orElseThrow();
        assertThat(lost.severity()).isEqualTo("medium");
        assertThat(content.contacts().danger()).contains("999");
        assertThat(content.messages().text("alert.count", 1, 2)).isEqualTo("1 of 2 people have acknowledged");
    }

    @Test
    void aTypeThatDoesNotSayHowBadItIsCountsAsHigh() {
        ReportType other = load().reportTypes().find("something-else").orElseThrow();
        assertThat(other.severity()).isEqualTo("high");
    }

    @Test
    void yesAndNoAreWordsWhetherQuotedOrNot() throws IOException {
        change("bot/report-types.yaml", "{ \"yes\": high, unsure: high }", "{ yes: high, no: low }");
        change("bot/report-types.yaml", "danger: [\"yes\", unsure]", "danger: [yes, no]");
        Question danger = load().reportTypes()
                .find("lost-device")
                .flatMap(type -> type.question("danger"))
                .orElseThrow();
        assertThat(danger.raises()).isEqualTo(Map.of("yes", "high", "no", "low"));
        assertThat(danger.danger()).containsExactly("yes", "no");
    }

    @Test
    void anOfficersTextTakesThePlaceOfTheBundledOneAndTheRestStays() {
        Messages messages = load().messages();
        assertThat(messages.text("thanks")).isEqualTo("Any time.");
        assertThat(messages.text("report.next")).isEqualTo("Next");
    }

    @Test
    void aFolderWithoutTextsHasTheBundledOnes() throws IOException {
        Files.delete(folder.resolve("bot/messages.properties"));
        assertThat(load().messages().text("report.next")).isEqualTo("Next");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            max-length: 40                        | max-length: 40\\n    alert: Tag                           | lost-device/asset-tag is typed text, which never goes to a channel: leave "alert" out
            question: personal-data               | question: where-is                                        | lost-device/people depends on "where-is", which no earlier step asks
            is: ["yes", unsure]                   | is: ["yes", maybe]                                        | lost-device/people names "maybe", which is no answer to personal-data: use one of [yes, no, unsure]
            raises: { hundreds: high              | raises: { lots: high                                      | lost-device/people names "lots", which is no answer to people: use one of [one, few, tens, hundreds, thousands, unsure]
            danger: ["yes", unsure]               | danger: [often]                                           | lost-device/danger names "often", which is no answer to danger: use one of [yes, no, unsure]
            id: something-else                    | id: lost-device                                           | type lost-device is there twice: give each its own id
            - circumstances                       | - where                                                   | lost-device/where is asked twice: give each question its own id
            - use: contact                        | - use: contact\\n            id: telephone                | lost-device does not ask "contact": every report must have a question of this id
            id: laptop, label                     | id: phone, label                                          | lost-device/what has two choices of one id: give each its own
            kind: moment                          | kind: text                                                | lost-device/happened asks for a time: its kind must be moment
            The law counts the time from here.    | Soon.\\n    alert: Noticed                                | lost-device has more than 6 questions with "alert": leave some out
            group: lost                           | group: found                                              | lost-device is in "found", which is no group
            - { id: it, title                     | - { id: lost, title: Again }\\n  - { id: it, title        | group lost is there twice: give each its own id
            - { id: it, title                     | - { id: spare, title: Nothing }\\n  - { id: it, title  | group spare has no types: remove it
            - danger                              | - where\\n          - danger                              | lost-device must ask "danger" before anything else
            - happened                            | - happened\\n          - noticed                       | lost-device asks more than 4 questions on its first card: move the rest to the next
            - use: where                          | - use: where\\n            required: false                | lost-device/where may be left open: the first card holds what must be answered, move it to a later one
            flags: [account]                      | flags: [acount]                                           | lost-device has the flag "acount", which means nothing: use some of [access-stop, account, business-continuity, caldicott, internal-audit, near-miss, paper, physical, restricted, supplier, weakness]
            flags: [account]                      | flags: [restricted]                                       | lost-device is restricted: ask "excludes" on its first card, before anybody is told
            id: it, label: Somebody in IT         | id: boss, label: The boss                                 | looked-up/excludes must be of kind choices, and its choices some of [it, manager, member, none, security]
            when: { question: how, is: [stolen] } | when: { question: now, is: [stolen] }                     | advice 3 of lost-papers depends on "now", which is not asked
            when: { question: how, is: [stolen] } | when: { question: how, is: [eaten] }                      | advice 3 of lost-papers names "eaten", which is no answer to how: use one of [lost, stolen, unsure]
            """)
    void whatASchemaCannotSayIsSaidWithItsLine(String from, String to, String problem) throws IOException {
        String original = Files.readString(folder.resolve("bot/report-types.yaml"));
        change("bot/report-types.yaml", from, to.replace("\\n", "\n"));
        List<Problem> problems = problems();
        assertThat(problems).extracting(Problem::what).contains(problem);
        assertThat(problems).allSatisfy(p -> {
            assertThat(p.file()).endsWith("report-types.yaml");
            assertThat(p.line()).isPositive();
        });
        if (problem.contains("names") || problem.contains("depends") || problem.contains("kind must")) {
            int changed =
                    (int) original.substring(0, original.indexOf(from)).lines().count();
            assertThat(problems).extracting(Problem::line).contains(changed);
        }
    }

    @Test
    void aSharedQuestionIsTakenOverWithSomeOfItsKeysReplaced() throws IOException {
        ReportType lost = load().reportTypes().find("lost-device").orElseThrow();
        Question where = lost.question("where").orElseThrow();
        assertThat(where.ask()).isEqualTo("Where was it lost or stolen?");
        assertThat(where.kind()).isEqualTo(Question.Kind.TEXT);
        assertThat(where.required()).isTrue();

        change("bot/report-types.yaml", "- use: where", "- use: where\n            why: null\n            id: place");
        change("bot/report-types.yaml", "- circumstances", "- where\n          - circumstances");
        ReportType changed = load().reportTypes().find("lost-device").orElseThrow();
        assertThat(changed.question("place").map(Question::why)).isEmpty();
        assertThat(changed.question("where").map(Question::ask)).contains("Where did it happen?");
    }

    @Test
    void aSharedQuestionThatNobodyWroteIsNamedWithTheLinesThatAskIt() throws IOException {
        change("bot/report-types.yaml", "- circumstances", "- circumstance");
        change("bot/report-types.yaml", "use: where", "use: wherever");
        assertThat(problems())
                .extracting(Problem::line)
                .containsExactlyInAnyOrder(
                        line("bot/report-types.yaml", "- circumstance\n"), line("bot/report-types.yaml", "wherever"));
        assertThat(problems().getFirst().what())
                .startsWith("no shared question is called \"")
                .contains("asset-tag");
    }

    @Test
    void aMistakeInASharedQuestionIsSaidOnceWithTheLineOfTheQuestion() throws IOException {
        change("bot/report-types.yaml", "kind: yes-no-unsure", "kind: yes-no");
        assertThat(problems())
                .singleElement()
                .extracting(Problem::line)
                .isEqualTo(line("bot/report-types.yaml", "kind: yes-no\n"));
        change("bot/report-types.yaml", "kind: yes-no\n", "kind: yes-no-unsure\n");

        change("bot/report-types.yaml", "- id: where\n", "- id: danger\n");
        assertThat(problems())
                .extracting(Problem::what)
                .contains("the shared question \"danger\" is there twice: give each its own id");
    }

    @Test
    void aChoiceWithoutChoicesIsRefused() throws IOException {
        change("bot/report-types.yaml", "kind: text", "kind: choice");
        assertThat(problems())
                .extracting(Problem::what)
                .contains("lost-device/where is a choice without choices: list them under \"choices\"");
    }

    @Test
    void everyMistakeIsListedAtOnceWithFileAndLine() throws IOException {
        change("bot/report-types.yaml", "severity: medium", "severity: enormous");
        change("bot/contacts.yaml", "in-hours", "inhours");
        write("bot/messages.properties", "# mine\nthanks=It's nothing\nthank=Any time\nreport.progress={0} {7}\n");
        change("cards/notice.json", "\"text\": \"${text}\"", "\"text\": \"${wording}\"");
        write("cards/welcome.json", "{\n  \"type\": \"AdaptiveCard\",\n  oops\n}");
        Files.delete(folder.resolve("cards/alert.json"));

        List<String> problems = problems().stream()
                .map(problem -> problem.toString().replace(folder.toString(), ""))
                .toList();

        int severity = line("bot/report-types.yaml", "severity: enormous");
        assertThat(problems).anyMatch(p -> p.matches("/bot/report-types.yaml:" + severity + ": .*severity.*medium.*"));
        assertThat(problems).anyMatch(p -> p.startsWith("/bot/contacts.yaml:") && p.contains("inhours"));
        assertThat(problems).anyMatch(p -> p.startsWith("/bot/contacts.yaml:") && p.contains("in-hours"));
        assertThat(problems)
                .contains(
                        "/bot/messages.properties:2: thanks has a { or ' out of place: write '{' for a brace and ''"
                                + " for an apostrophe",
                        "/bot/messages.properties:3: nothing uses the key thank: see the bundled file for the keys",
                        "/bot/messages.properties:4: report.progress has {7}, which nothing fills in: {0} to {2} are"
                                + " there",
                        "/cards/alert.json: the file is missing",
                        "/cards/notice.json: with notice.sample.json: ${wording} names \"wording\", which the data"
                                + " lacks");
        assertThat(problems).anyMatch(p -> p.startsWith("/cards/welcome.json:3: not readable as JSON"));
        assertThat(problems).hasSize(9);
    }

    @Test
    void aFileThatCannotBeReadAsYamlSaysWhere() throws IOException {
        write("bot/contacts.yaml", "organisation: A\n  team: [\n");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("not readable as YAML");
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void aMistakeInTheGlossaryIsNamedWithItsLine() throws IOException {
        write("knowledge/glossary.yaml", """
                same:
                  - [laptop, notebook, Laptop]
                """);
        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("knowledge/glossary.yaml")
                        + ":2: \"Laptop\" is in this group twice: remove one");

        write("knowledge/glossary.yaml", """
                same:
                  - [laptop, notebook]
                  - [alone]
                """);
        assertThat(problems()).singleElement().asString().contains("glossary.yaml:3: ");
    }

    @Test
    void theRegisterSaysWhatItSaysAndNothingMore() throws IOException {
        write("knowledge/register.yaml", """
                audiences:
                  security-team: [3f2504e0-4f89-41d3-9a0c-0305e82c3301]
                policies:
                  - document: mobile.md
                    also: [BYOD policy]
                    version: "5.10"
                    review-due: 12 May 2027
                    readers: [security-team]
                  - name: Server security standard
                """);

        RegisterFile register = load().register();

        assertThat(register.audiences()).containsOnlyKeys("security-team");
        assertThat(register.policies())
                .extracting(RegisterFile.Entry::name)
                .containsExactly(null, "Server security standard");
        assertThat(register.policies().getFirst().version()).isEqualTo("5.10");
        assertThat(register.policies().getFirst().also()).containsExactly("BYOD policy");
        assertThat(register.policies().getLast().readers()).isNull();
    }

    @Test
    void mistakesInTheRegisterAreNamedWithTheirLines() throws IOException {
        write("knowledge/register.yaml", """
                policies:
                  - document: mobile.md
                    review-due: some day
                    readers: [board]
                  - document: Mobile.md
                """);

        assertThat(problems())
                .extracting(problem -> problem.line() + " " + problem.what())
                .containsExactly(
                        "3 \"some day\" is no date: write it like 12 May 2025 or 12/05/2025",
                        "4 there is no audience \"board\": add it under audiences",
                        "5 \"Mobile.md\" is here twice: make one entry of them");

        write("knowledge/register.yaml", """
                policies:
                  - kind: policy
                  - name: A plan for some
                    readers: [board]
                """);
        assertThat(problems()).extracting(Problem::line).contains(2, 3);
    }

    @Test
    void anEntryOfADocumentThatIsNotThereIsAMistakeOnlyOfWhoeverChecksTheDocuments() throws IOException {
        write("knowledge/register.yaml", """
                policies:
                  - document: There.md
                  - name: No document
                  - document: gone.md
                """);
        ContentLoader loader = new ContentLoader(
                new ContentProperties(folder.resolve("bot"), folder.resolve("cards"), folder.resolve("knowledge")));

        assertThat(loader.problems(Optional.empty())).isEmpty();
        assertThat(loader.problems(Optional.of(Set.of("there.md"))))
                .singleElement()
                .asString()
                .contains("register.yaml:4: no document is called \"gone.md\"");
    }

    @Test
    void aReplacedLawNamedTwiceOrWithoutADateIsAMistake() throws IOException {
        write("knowledge/superseded.yaml", """
                superseded:
                  - names: [Data Protection Act 1998, DPA 1998]
                    by: the UK GDPR
                    since: 25 May 2018
                  - names: [dpa 1998]
                    by: something else
                    since: long ago
                """);

        assertThat(problems()).extracting(Problem::line).containsExactly(5, 7);
    }

    @Test
    void aFolderNeedsNeitherARegisterNorAListOfLaws() throws IOException {
        Files.deleteIfExists(folder.resolve("knowledge/register.yaml"));
        Files.deleteIfExists(folder.resolve("knowledge/superseded.yaml"));
        assertThat(load().register()).isEqualTo(RegisterFile.EMPTY);
        assertThat(load().superseded()).isEqualTo(SupersededLaws.NONE);
    }

    @Test
    void mistakesInTheDutiesAreNamedWithTheirLines() throws IOException {
        change("bot/duties.yaml", "to: \"17:00\"", "to: \"08:30\"");
        change("bot/duties.yaml", "closed: []", "closed: [some day]");
        change("bot/duties.yaml", "id: twice", "id: found");
        change("bot/duties.yaml", "id: merged", "id: resolved");
        assertThat(problems())
                .extracting(Problem::what)
                .containsExactly(
                        "work would end at 08:30, before it begins at 09:00: change one of them",
                        "\"some day\" is no date: write it like 12 May 2025 or 12/05/2025",
                        "found is there twice: give each its own id",
                        "resolved is there twice: give each its own id");
        assertThat(problems()).extracting(Problem::line).doesNotContain(0).isSorted();

        change("bot/duties.yaml", "after: 1h, effect", "after: soon, effect");
        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString()).contains("duties.yaml:", "after"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            legal-note: [legal, dpo, siro]        | legal-note: [legal, lawyer]        | legal-note names the role "lawyer", which there is not: use one of [manager,
            legal-note: [legal, dpo, siro]        | legal-note: [legal, hr]            | legal-note is for [dpo, legal, siro] alone: take hr out
            unseal: [dpo]                         | unseal: [dpo, manager]             | unseal is for [dpo] alone: take manager out
            clock: [dpo]                          | clock: [dpo, manager]              | clock is for [dpo] alone: take manager out
            Nominated person, several: true       | Nominated person, several: false   | nominated is held by one person only, and two must acknowledge
            On-call officer, several: true        | On-call officer                    | on-call is held by one person only, who would have every shift
            id: siro                              | id: risk-owner                     | the role siro is missing: rules name it, add it
            id: hr                                | id: legal                          | legal is there twice: give each its own id
            id: planning                          | id: housing                        | housing is there twice: give each its own id
            close: [manager, deputy, nominated]   | close: []                          | /rights/close: must have at least 1 items
            register: [dpo, dpo-deputy]           | log: [dpo, dpo-deputy]             | required property 'register' not found
            unseal: [dpo]                         | unseal: [dpo, dpo]                 | /rights/unseal: must have only unique items
            """)
    void rolesThatContradictThemselvesAreNamedWithTheirLines(String from, String to, String problem)
            throws IOException {
        change("bot/roles.yaml", from, to);
        assertThat(problems()).anySatisfy(found -> {
            assertThat(found.file()).endsWith("roles.yaml");
            assertThat(found.line()).isPositive();
            assertThat(found.what()).contains(problem);
        });
        if (problem.contains("alone") || problem.contains("one person")) {
            assertThat(problems()).extracting(Problem::line).containsExactly(line("bot/roles.yaml", to));
        }
    }

    @Test
    void aRoleByDepartmentNeedsDepartments() throws IOException {
        String all = Files.readString(folder.resolve("bot/roles.yaml"));
        int list = all.indexOf("departments:\n");
        write(
                "bot/roles.yaml",
                all.substring(0, list) + "departments: []\n" + all.substring(all.indexOf("\n# Who may", list)));
        assertThat(problems())
                .extracting(Problem::what)
                .containsExactly(
                        "contract-manager is held by department, and there is none: list some under departments",
                        "department-rep is held by department, and there is none: list some under departments",
                        "director is held by department, and there is none: list some under departments",
                        "asset-owner is held by department, and there is none: list some under departments",
                        "asset-administrator is held by department, and there is none: list some under departments");
    }

    @Test
    void mistakesInTheRoutesAreNamedWithTheirLines() throws IOException {
        assertThat(load().routes().desks())
                .containsExactly(
                        new Routes.NamedDesk("main", "Security desk"), new Routes.NamedDesk("low", "Low severity"));
        change("bot/routes.yaml", "id: main", "id: low");
        assertThat(problems())
                .extracting(Problem::what)
                .containsExactly(
                        "there is no desk called main: what has no other place goes there",
                        "low is there twice: give each its own id",
                        "desk leads to a desk that is not listed: main");
        assertThat(problems()).extracting(Problem::line).doesNotContain(0);

        change("bot/routes.yaml", "id: low", "id: \"Low one\"");
        assertThat(problems()).singleElement().asString().contains("routes.yaml:4", "/desks/0/id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            duties.yaml        | for: [nominated]                       | for: [boss]                                  | acknowledge names the role "boss", which there is not
            duties.yaml        | tell: [dpo, siro, monitoring-officer]  | tell: [dpo, sirro, monitoring-officer]       | acknowledge names the role "sirro", which there is not
            duties.yaml        | ended-by: [decide]                     | ended-by: [decided]                          | ico-decision names the act "decided", which acts.yaml does not have
            duties.yaml        | per: access-stopped                    | per: access-ended                            | access-check names the act "access-ended", which acts.yaml does not have
            duties.yaml        | due-from: by                           | due-from: answer                             | supplier-fix is due from "answer", which is no field of kind date of supplier-answered
            duties.yaml        | if: { held: ["yes"] }                  | if: { hold: ["yes"] }                        | sessions goes by "hold", which is no fact
            duties.yaml        | if: { act.assess.risk: [high] }        | if: { act.assess.risk: [higher] }            | affected names "higher", which act.assess.risk never is: use some of [high, risk, unlikely]
            duties.yaml        | if: { act.assess.risk: [high] }        | if: { act.assess.danger: [high] }            | affected goes by "act.assess.danger", which is no fact
            duties.yaml        | where-now: [sealed, opened, passed     | where-now: [sealed, shredded, passed         | deletion names "shredded", which where-now never is
            duties.yaml        | outcome: [merged, withdrawn            | outcome: [joined, withdrawn                  | review names "joined", which outcome never is
            duties.yaml        | within: { any: 72h }                   | within: { any: 73h }                         | ico-decision may take 72h on the calendar at most: its legal limit
            duties.yaml        | people: { high: 2, medium: 2           | people: { high: 2, medium: 1                 | acknowledge would take 1 person where the severity is medium: two at least must, by rule G17
            duties.yaml        | people: { high: 2, medium: 2, low: 2 } | people: { any: 1 }                           | acknowledge would take 1 person where the severity is high
            duties.yaml        | limit: 72h                             | people: { any: 2 }                           | ico-decision is done by one person: only acknowledge can say how many
            duties.yaml        | ended-by: [policy-review]              | ended-by: [close]                            | policy-review stays when the incident is closed, and no act that ends it can be done then
            duties.yaml        | limit: 72h                             | limit: 96h                                   | ico-decision may take 72h at most: the law says so
            acts.yaml          | seen-by: [legal, dpo, siro]            | seen-by: [legal, lawyer]                     | legal-note names the role "lawyer", which there is not
            acts.yaml          | if: { flag: [access-stop] }            | if: { flag: [stop] }                         | access-stopped names "stop", which flag never is
            acts.yaml          | if: { restricted: ["yes"] }            | if: { asset: [unknown] }                     | unrestrict goes by the asset, which only duties and routes can
            acts.yaml          | id: recovered, label: "Found           | id: found, label: "Found                     | close has the outcome "found", which duties.yaml does not list
            acts.yaml          | id: into, kind                         | id: to, kind                                 | join needs a field "into" for its effect
            acts.yaml          | - id: classify                         | - id: class                                  | class may be done by nobody: give it a row under rights in roles.yaml
            roles.yaml         | contain: [manager                      | containing: [manager                         | containing is no act of acts.yaml: take the row out, or write the act
            routes.yaml        | tell: [monitoring-officer]             | tell: [mayor]                                | member names the role "mayor", which there is not
            routes.yaml        | reports: []                            | reports: [doer]                              | reports names the role "doer", which there is not
            routes.yaml        | excludes: [member]                     | excludes: [mayor]                            | member names "mayor", which excludes never is
            routes.yaml        | security: [manager, deputy             | safety: [manager, deputy                     | safety is no answer to "excludes"
            routes.yaml        | it: [nominated, on-call                | it: [nominated, handler                      | it names the role "handler", which there is not
            assets.yaml        | department: housing                    | department: homes                            | housing-management is of "homes", which is no department of roles.yaml
            assets.yaml        | department: housing                    | department: housing\\n    owner: landlord    | housing-management names the role "landlord", which there is not
            impact-matrix.yaml | if: { categories: [money, identity] }  | if: { categories: [gold] }                   | money names "gold", which categories never is
            impact-matrix.yaml | impact: money, row: minor              | impact: gold, row: minor                     | a proposal is of "gold", which is no impact
            impact-matrix.yaml | minor: "Under £100,000"                | less: "Under £100,000"                       | money has no cell in the row minor: add it
            impact-matrix.yaml | title: Major, severity: high           | title: Major, severity: low                  | major is less severe than the row before it
            acts.yaml          | - id: erase                            | - id: forget                                 | forget has an effect that only the act of that name may have: call it erase
            roles.yaml         | redact: [dpo]                          | redact: [manager]                            | redact is for [dpo, dpo-deputy] alone: take manager out
            retention.yaml     | if: { severity: [high] }               | if: { severity: [dire] }                     | high names "dire", which severity never is
            retention.yaml     | if: { outcome: [merged] }              | if: { outcome: [gone] }                      | joined names "gone", which outcome never is
            retention.yaml     | after: 2557d\\n    at-least             | after: 2000d\\n    at-least                   | breach is kept shorter than it must be: 2192 days at least
            retention.yaml     | after: 1096d                           | after: 7d                                    | other is kept 7 days: write from 30d to
            retention.yaml     | after: 1096d                           | after: 10000d                                | other is kept 10000 days: write from 30d to
            retention.yaml     | if: { exercise: ["yes"] }              | set-by-others: false                         | exercise holds for all, and no rule after it is ever met
            retention.yaml     | title: Low or medium                   | title: Low\\n    if: { severity: [low] }      | other is the last rule and must hold for all that is left
            retention.yaml     | - id: joined                           | - id: breach                                 | breach is there twice
            retention.yaml     | drafts: 7d                             | drafts: 31d                                  | drafts is kept 31 days: write from 2d to 30d
            retention.yaml     | notices: 400d                          | notices: 365d                                | notices is kept 365 days: write from 370d to 1096d
            retention.yaml     | audit: 2557d                           | audit: 1826d                                 | audit is kept 1826 days: write from 2192d to 9150d
            retention.yaml     | enquiries: 21d                         | enquiries: 22d                               | enquiries, askers and untold are 30 days together: less than 30
            retention.yaml     | references: 90d                        | reference: 90d                               | required property 'references' not found
            retention.yaml     | references: 90d                        | references: 90 working days                  | /besides/references
            retention.yaml     | severity: [high] }\\n    set-by-others: true | severity: [high] }                     | high needs "after", or "set-by-others: true"
            """)
    void filesThatDoNotAgreeAreNamedWithTheirLines(String file, String from, String to, String problem)
            throws IOException {
        change("bot/" + file, from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(problems()).anySatisfy(found -> {
            assertThat(found.file()).endsWith(file);
            assertThat(found.line()).isPositive();
            assertThat(found.what()).contains(problem);
        });
    }

    @Test
    void whoIsToldToRingNobodyButTheTeamIsNoMistakeAndSaid() throws IOException {
        assertThat(reminders()).noneMatch(what -> what.contains("G10"));
        change("bot/contacts.yaml", "    out-of-hours: 01632 960129\n", "");
        assertThat(reminders())
                .anyMatch(what -> what.startsWith("the data protection officer has no out-of-hours number"));
        change(
                "bot/contacts.yaml",
                "title: Data protection officer\n    also: [DPO, data protection]",
                "title: Archivist");
        assertThat(reminders()).anyMatch(what -> what.startsWith("no office is the data protection officer's"));
    }

    private List<String> reminders() {
        return new ContentLoader(new ContentProperties(
                        folder.resolve("bot"), folder.resolve("cards"), folder.resolve("knowledge")))
                .reminders().stream().map(Problem::what).toList();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("bot/contacts.yaml"));
        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("bot/contacts.yaml") + ": the file is missing");
    }

    private Content load() {
        return new ContentLoader(new ContentProperties(
                        folder.resolve("bot"), folder.resolve("cards"), folder.resolve("knowledge")))
                .load();
    }

    private List<Problem> problems() {
        InvalidContentException refused = catchThrowableOfType(InvalidContentException.class, this::load);
        assertThat(refused).as("content with mistakes was refused").isNotNull();
        refused.problems().forEach(problem -> assertThat(refused).hasMessageContaining(problem.toString()));
        return refused.problems();
    }

    private int line(String file, String text) throws IOException {
        String all = Files.readString(folder.resolve(file));
        return (int) all.substring(0, all.indexOf(text)).lines().count();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    /** The first place only. */
    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        int at = text.indexOf(from);
        assertThat(at).as("%s has %s", file, from).isNotNegative();
        write(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
