package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.beadle.Alongside;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Custody;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.OnBehalfOf;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeFiles;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.VersionChanges;
import io.beadle.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every card as it leaves Beadle, held against its approved rendering and against what Teams and people need. */
@Alongside
class CardTests {
    private static final Path APPROVED = Path.of("src/test/resources/cards");
    private static final Path RECEIVED = Path.of("target/cards");

    /** Teams counts a message in UTF-16; the oldest limit still documented (cards-format.md). */
    private static final int LARGEST = 28 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper WIRE = JsonMapper.builder().build();
    private static final TestCards CARDS = TestCards.bundled();
    private static final Map<String, Card> ALL = all();

    static Set<String> names() {
        return ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsApproved(String name) throws IOException {
        String received = JSON.writeValueAsString(card(name).json()).replace("\r\n", "\n") + "\n";
        Path approved = APPROVED.resolve(name + ".approved.json");
        if (Boolean.getBoolean("cards.approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, received);
        }
        if (!Files.exists(approved) || !Files.readString(approved).equals(received)) {
            Path written = Files.createDirectories(RECEIVED).resolve(name + ".received.json");
            Files.writeString(written, received);
            fail(
                    "The card %s is not as approved: compare %s with %s. If it is right, run the test with -Dcards.approve=true"
                            .formatted(name, written, approved));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsWhatTeamsAsksOfACard(String name) {
        Map<String, Object> json = card(name).json();
        assertThat(json).containsEntry("version", "1.5").containsEntry("lang", "en");
        assertThat((String) json.get("fallbackText")).isNotBlank();
        assertThat(card(name).summary()).isNotBlank();
        String wire = WIRE.writeValueAsString(json);
        assertThat(wire.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
        assertThat(wire.getBytes(StandardCharsets.UTF_16LE)).hasSizeLessThan(LARGEST);
    }

    @ParameterizedTest
    @MethodSource("names")
    void canBeUsedByEverybodyInEveryClient(String name) {
        walk(card(name).json(), element -> {
            String type = String.valueOf(element.get("type"));
            if (type.startsWith("Input.")) {
                assertThat(element).containsKeys("id", "label");
                // a required field would keep "Back" from being pressed; the server says what is missing
                assertThat(element).doesNotContainKey("isRequired");
                if (element.containsKey("regex") || element.containsKey("max")) {
                    assertThat(element).containsKey("errorMessage");
                }
            } else if (type.equals("Action.Execute")) {
                Map<?, ?> fallback = map(element.get("fallback"));
                Map<?, ?> data = map(fallback.get("data"));
                assertThat(fallback.get("type")).isEqualTo("Action.Submit");
                assertThat(fallback.get("title")).isEqualTo(element.get("title"));
                assertThat(data).isEqualTo(element.get("data"));
                assertThat(data.get("verb")).isEqualTo(element.get("verb"));
                // Microsoft's card library has a property of that name: pressing such a button throws, and nothing is
                // sent
                assertThat(data.containsKey("key")).isFalse();
                assertThat(CardAction.parse(null, data)).isNotInstanceOf(CardAction.Unknown.class);
            } else if (type.equals("Image")) {
                assertThat(element).containsKey("altText");
            } else if (type.equals("TextBlock")) {
                assertThat(element).containsEntry("wrap", true);
                assertThat((String) element.get("text")).isNotBlank();
            } else if (type.equals("FactSet")) {
                assertThat((List<?>) element.get("facts")).hasSizeBetween(1, 6);
            } else if (type.equals("ActionSet")) {
                assertThat((List<?>) element.get("actions")).hasSizeBetween(1, 6);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void letsNoTypedTextBecomeMarkup(String name) {
        walk(card(name).json(), element -> {
            if (!"TextRun".equals(element.get("type"))
                    && !String.valueOf(element.get("type")).startsWith("Input.")) {
                element.forEach((key, value) -> {
                    if (value instanceof String text) {
                        assertThat(text).doesNotContain("**bold**", "[link]", "<at>");
                    }
                });
            }
        });
        if (name.startsWith("hostile-step") || name.equals("hostile-review")) {
            assertThat(WIRE.writeValueAsString(card(name).json())).contains("${draft}");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesOnePrimaryActionAtMost(String name) {
        List<Object> primary = new ArrayList<>();
        walk(card(name).json(), element -> {
            if ("Action.Execute".equals(element.get("type")) && "positive".equals(element.get("style"))) {
                primary.add(element.get("title"));
            }
        });
        assertThat(primary).hasSizeLessThanOrEqualTo(1);
    }

    /** All that a reporter may see, from hello to the last word about their report (G9). */
    @ParameterizedTest
    @MethodSource("names")
    void tellsReportersWhomToRing(String name) {
        boolean reporters = Stream.of(
                                "welcome",
                                "choose-type",
                                "offer",
                                "lost-device-",
                                "something-else-",
                                "step-",
                                "review",
                                "receipt",
                                "reminder",
                                "message",
                                "on-behalf",
                                "cancelled",
                                "gone",
                                "moved",
                                "my-report",
                                "mine-",
                                "hostile-step",
                                "hostile-review",
                                "hostile-message")
                        .anyMatch(name::startsWith)
                && !name.equals("review-reminder");
        if (reporters) {
            assertThat(WIRE.writeValueAsString(card(name).json()))
                    .contains(
                            CARDS.content().contacts().securityTeam().inHours(),
                            CARDS.content().contacts().securityTeam().outOfHours());
        }
    }

    @Test
    void aReviewCutsTheLongAnswersAloneAndSaysSo() {
        String review = WIRE.writeValueAsString(card("review-long").json());
        assertThat(review).contains("shortened here; all of it is sent", "Work phone", "11 to 100");
        assertThat(WIRE.writeValueAsString(card("review").json())).doesNotContain("shortened");
    }

    @Test
    void aLongSectionIsShownAroundTheClauseAndSaysSo() {
        String section = WIRE.writeValueAsString(card("section-long").json());
        assertThat(section)
                .contains("Tell the service desk", "Clause 19 of", "Clause 21 of", "begins before", "goes on after")
                .doesNotContain("Clause 0 of", "Clause 40 of");
        assertThat(WIRE.writeValueAsString(card("section").json())).doesNotContain("begins before", "goes on after");
    }

    @Test
    void theCardsOfAnAnswerHoldNoQuestionAndLinkOnlyWhatCanBeOpened() {
        assertThat(WIRE.writeValueAsString(card("answer").json())).contains("mobile.md?for=one", "[1] Mobile working");
        String differing =
                WIRE.writeValueAsString(card("answer-differing-follow-up").json());
        assertThat(differing).contains("[2] Staff handbook", "Ask just that", "report.choose", "ask-a-person");
        assertThat(differing.split("Open the policy", -1)).hasSize(2);
        assertThat(WIRE.writeValueAsString(card("answer-not-kept").json())).doesNotContain("ask-a-person");
        assertThat(WIRE.writeValueAsString(card("citation-handbook").json())).doesNotContain("OpenUrl");
    }

    @Test
    void theAlertHoldsNothingTypedAndNoReporter() {
        Card alert = card("hostile-alert-0");
        assertThat(WIRE.writeValueAsString(alert.json()) + alert.summary())
                .contains("INC-2026-0001", "Work phone", "11 to 100")
                .doesNotContain("evil", "quoted", "Pat");
    }

    @Test
    void theAlertOfAReportForSomebodyElseNamesNeither() {
        Card alert = card("hostile-alert-behalf");
        assertThat(WIRE.writeValueAsString(alert.json()) + alert.summary())
                .contains("somebody outside Teams")
                .doesNotContain("evil", "960777", "jo@", "Pat");
        assertThat(WIRE.writeValueAsString(card("receipt-behalf").json())).contains("Told by Jo evil", "Pat Reporter");
    }

    @Test
    void noApprovedCardIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".approved.json", "")))
                    .isSubsetOf(names());
        }
    }

    private static Card card(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : fail("Not an object: " + value);
    }

    private static void walk(Object node, Consumer<Map<String, Object>> visit) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> element = new LinkedHashMap<>();
            map.forEach((key, value) -> element.put((String) key, value));
            if (element.containsKey("type")) {
                visit.accept(element);
            }
            element.values().forEach(value -> walk(value, visit));
        } else if (node instanceof List<?> list) {
            list.forEach(item -> walk(item, visit));
        }
    }

    private static Card receipt(Incident incident, boolean danger, boolean alerts, List<Question> missing) {
        List<ReportType.Advice> advice = CARDS.type("lost-device").advice();
        return CARDS.report().receipt(incident, new ReportCards.ReceiptFacts(advice, danger, alerts, missing));
    }

    private static Incident told(ReportType type, OnBehalfOf teller) {
        Incident own = SampleReports.incident(type, SampleReports.phone(), Severity.MEDIUM);
        Report report = new Report(
                type.id(),
                type.title(),
                new Reporter.Named(SampleReports.PAT),
                null,
                null,
                TestCards.SATURDAY,
                own.report().answers(),
                teller);
        return Incident.reported("INC-2026-0001", "draft", report, Severity.MEDIUM, Duration.ofHours(1));
    }

    private static Card reported(ReportType type, Map<String, String> answers, Map<String, String> problems) {
        List<Question> questions = Stream.concat(
                        type.steps().getFirst().questions().stream(), type.question("circumstances").stream())
                .toList();
        MessageReportCard.Form form = new MessageReportCard.Form(
                SampleReports.draft(type, answers, 0),
                "5d1c0a60-0000-4000-8000-000000000000",
                type,
                List.of(type, CARDS.type("suspicious-message")),
                questions,
                CARDS.types().groups().getFirst(),
                null);
        return CARDS.message().of(form, problems, TestCards.SATURDAY);
    }

    private static Map<String, Card> withoutName(ReportType type, Instant now) {
        AnonymousToken token =
                AnonymousToken.of("anonymous.0123456789abcdef0123456789abcdef").orElseThrow();
        Draft begun = SampleReports.draft(type, Map.of(), 0);
        ReportType asked = type.without("contact");
        Incident named = SampleReports.incident(type, SampleReports.phone(), Severity.MEDIUM);
        Report report = named.report().by(new Reporter.Anonymous("ABCDEFGH", "hash"), List.of());
        Incident anonymous = Incident.reported("INC-2026-0001", "draft", report, Severity.MEDIUM, Duration.ofHours(1))
                .lacking(List.of("where-now"));
        Incident sealed = Incident.reported(
                "INC-2026-0001",
                "draft",
                named.report().by(new Reporter.Sealed(), List.of()),
                Severity.MEDIUM,
                Duration.ofHours(1));
        Incident answered = anonymous
                .say(new Said.Asked("q1", "Was the door shut?", new Person("p", "Priya")), now)
                .say(new Said.Replied("r1", "q1", "It stood open.", SampleReports.PAT), now);
        ReportCards.ReceiptFacts facts = new ReportCards.ReceiptFacts(type.advice(), false, true, List.of());
        Map<String, Card> all = new LinkedHashMap<>();
        all.put("naming", new NamingCard(CARDS.content().cards(), CARDS.messages(), CARDS.phrases()).of("d1", token));
        all.put("step-confidential", CARDS.report().step(begun.inConfidence(), type, Map.of(), false, now));
        all.put("step-anonymous", CARDS.report().step(begun.withId(token.id()), asked, Map.of(), false, now));
        all.put("receipt-anonymous", CARDS.report().receipt(anonymous, facts, token.code()));
        all.put("alert-anonymous", CARDS.alert().of(anonymous, now));
        all.put("alert-confidential", CARDS.alert().of(sealed, now));
        all.put("case-anonymous", CARDS.cases().of(SampleCases.sight(answered, List.of()), 0, null, now));
        all.put(
                "mine-anonymous",
                CARDS.myReport()
                        .of(anonymous.say(new Said.Asked("q1", "Was it open?", new Person("p", "P")), now), null, now)
                        .carrying("incident", token.code().written()));
        return all;
    }

    private static Map<String, Card> all() {
        Map<String, Card> all = new LinkedHashMap<>();
        ReportType lost = CARDS.type("lost-device");
        ReportType other = CARDS.type("something-else");
        Messages messages = CARDS.messages();
        Instant now = TestCards.SATURDAY;

        all.put("welcome", CARDS.simple().welcome());
        all.put("choose-type", CARDS.simple().chooseType());
        Draft offered = SampleReports.draft(lost, SampleReports.phone(), Draft.OFFERED);
        all.put("offer", CARDS.offer().of(offered, List.of(lost)));
        all.put("offer-several", CARDS.offer().of(offered, List.of(lost, other)));
        CARDS.types()
                .groups()
                .forEach(group ->
                        all.put("choose-type-" + group.id(), CARDS.simple().chooseType(group.id())));
        for (ReportType type : List.of(lost, other)) {
            for (int step = 0; step < type.steps().size(); step++) {
                Map<String, String> said = step == 0 ? Map.of("what", "phone") : SampleReports.phone();
                all.put(type.id() + "-" + (step + 1), step(type, said, step, Map.of()));
            }
        }
        // the other types that the browser tests report, each question asked
        for (String id : List.of("email-wrong-recipient", "lost-papers", "published", "phish-link")) {
            ReportType type = CARDS.type(id);
            for (int step = 0; step < type.steps().size(); step++) {
                Map<String, String> said = Map.of("danger", "no", "personal-data", "yes");
                all.put("step-" + id + "-" + (step + 1), step(type, said, step, Map.of()));
            }
        }
        Map<String, String> dangerous = SampleReports.dangerous();
        dangerous.put("happened-date", "2026-11-22");
        dangerous.put("where", "");
        all.put(
                "step-problems",
                step(
                        lost,
                        dangerous,
                        0,
                        Map.of(
                                "where", messages.text("problem.required"),
                                "happened", messages.text("problem.future"))));
        all.put("review", review(lost, SampleReports.phone()));
        all.put("on-behalf", CARDS.onBehalf().of(Map.of(), Map.of(), now));
        all.put(
                "hostile-on-behalf",
                CARDS.onBehalf()
                        .of(
                                Map.of(OnBehalfCard.NAME, SampleReports.MARK),
                                Map.of(OnBehalfCard.NUMBER, messages.text("behalf.problem.way")),
                                now));
        OnBehalfOf teller = new OnBehalfOf("Jo evil", SampleReports.MARK, "01632 960777", true, "jo@school.example");
        all.put(
                "hostile-step-behalf",
                CARDS.report()
                        .step(
                                SampleReports.draft(lost, SampleReports.phone(), 1)
                                        .onBehalfOf(teller),
                                lost,
                                Map.of(),
                                false,
                                now));
        Incident told = told(lost, teller);
        all.put("receipt-behalf", receipt(told, false, true, List.of()));
        all.put("hostile-alert-behalf", CARDS.alert().of(told, now));
        all.put("message", reported(lost, SampleReports.phone(), Map.of()));
        all.put(
                "hostile-message",
                reported(lost, SampleReports.hostile(), Map.of("where", messages.text("problem.required"))));
        Incident medium = SampleReports.incident(lost, SampleReports.phone(), Severity.MEDIUM);
        Incident high = SampleReports.incident(lost, SampleReports.dangerous(), Severity.HIGH);
        all.put("receipt", receipt(medium, false, true, List.of()));
        all.put("receipt-danger", receipt(high, true, true, List.of()));
        all.put("receipt-untold", receipt(medium, false, false, List.of()));
        List<Question> missing = lost.questions()
                .filter(q -> List.of("where", "contact").contains(q.id()))
                .toList();
        all.put("receipt-missing", receipt(medium, false, true, missing));
        all.putAll(withoutName(other, now));
        Draft begun = SampleReports.draft(lost, Map.of(), 0);
        all.put(
                "reminder-nudge",
                CARDS.simple().reminder("nudge", begun, CARDS.times().inFull(begun.begun())));
        all.put(
                "reminder-expiry",
                CARDS.simple()
                        .reminder(
                                "expiry",
                                begun,
                                CARDS.times().inFull(begun.begun()),
                                CARDS.times().inFull(begun.begun().plus(Duration.ofDays(7)))));
        all.put(
                "step-resumed",
                CARDS.report().step(SampleReports.draft(lost, SampleReports.phone(), 1), lost, Map.of(), true, now));
        all.put("review-long", review(lost, tooLong()));
        all.put(
                "alert-by-nobody-named",
                CARDS.alert().of(acknowledged(medium, new Person("x", "")), now.plusSeconds(120)));
        all.put("cancelled", CARDS.simple().cancelled("lost-device", false));
        all.put("gone", CARDS.simple().gone());
        all.put("moved", CARDS.simple().moved(false));

        all.put("alert-medium", CARDS.alert().of(medium, now));
        all.put("alert-medium-1", CARDS.alert().of(acknowledged(medium, SampleReports.ALEX), now.plusSeconds(120)));
        all.put("alert-high", CARDS.alert().of(high, now));
        all.put("alert-high-1", CARDS.alert().of(acknowledged(high, SampleReports.ALEX), now.plusSeconds(120)));
        all.put(
                "alert-high-2",
                CARDS.alert()
                        .of(
                                acknowledged(acknowledged(high, SampleReports.ALEX), SampleReports.SAM),
                                now.plusSeconds(300)));
        Incident withFiles = new Custody(high).kept(SomeFiles.photos(2, TestCards.SATURDAY), now);
        all.put("alert-evidence", CARDS.alert().of(withFiles, now));
        all.put("alert-quarantined", CARDS.alert().of(new Custody(withFiles).quarantine(SampleReports.ALEX, now), now));
        EvidenceCard evidence = new EvidenceCard(CARDS.content().cards(), messages, CARDS.phrases());
        EvidenceCard.Choice draft = new EvidenceCard.Choice("draft-1", messages.text("evidence.draft"));
        EvidenceCard.Choice sent = new EvidenceCard.Choice("draft-2", "INC-2026-0001 (Lost or stolen device)");
        all.put("evidence-one", evidence.ask("draft-1", List.of(draft), false));
        all.put("evidence-several", evidence.ask("", List.of(sent, draft), false));
        all.put("evidence-unchosen", evidence.ask("", List.of(sent, draft), true));
        all.put("evidence-getting", evidence.getting(sent.label()));
        all.put("evidence-dropped", evidence.dropped());
        all.put("evidence-nothing", evidence.nothing());

        TableExportCard tables = new TableExportCard(CARDS.content().cards(), messages, CARDS.times());
        List<TableExportCard.OpenClock> clocks = Stream.iterate(0, i -> i < 10, i -> i + 1)
                .map(i -> new TableExportCard.OpenClock("INC-2026-000" + i, now.plus(Duration.ofHours(10L * i - 5))))
                .toList();
        all.put("breach-register", tables.breaches(25, 9, 6, clocks, now));
        all.put("breach-register-empty", tables.breaches(0, 0, 0, List.of(), now));
        all.put("foi-table", tables.foi());
        EvidenceRegisterCard register = new EvidenceRegisterCard(CARDS.content().cards(), messages);
        List<EvidenceRegisterCard.Shown> kept =
                List.of(new EvidenceRegisterCard.Shown("seat.jpg", "JPEG, 120 KB, SHA-256 5f2b"));
        all.put("evidence-register", register.of("INC-2026-0042", kept, List.of(), false, null, null, null));
        all.put("evidence-register-quarantined", register.of("INC-2026-0042", kept, List.of(), true, null, null, null));
        all.put("evidence-register-none", register.of("INC-2026-0042", List.of(), List.of(), false, null, null, null));
        all.put(
                "hostile-evidence-register",
                register.of(
                        "INC-2026-0042",
                        java.util.Collections.nCopies(
                                50, new EvidenceRegisterCard.Shown(SampleReports.MARK, "JPEG, 120 KB, SHA-256 5f2b")),
                        java.util.Collections.nCopies(60, SampleReports.MARK.repeat(6)),
                        false,
                        "Done.",
                        messages.text("custody.card.reason"),
                        SampleReports.MARK));
        all.put("alert-overdue", CARDS.alert().of(high, now.plus(Duration.ofMinutes(50))));
        all.put("my-reports-empty", CARDS.mine().of(List.of(), now));
        all.put(
                "my-reports",
                CARDS.mine()
                        .of(
                                List.of(
                                        medium,
                                        acknowledged(acknowledged(high, SampleReports.ALEX), SampleReports.SAM)),
                                now.plusSeconds(600)));
        all.put("my-reports-late", CARDS.mine().of(List.of(medium), now.plus(Duration.ofHours(3))));
        all.putAll(SampleAftermath.cards(CARDS, lost));
        all.putAll(SampleFindings.cards(CARDS, lost));
        all.putAll(SampleCases.cards(CARDS, lost));
        Passage clause = passage("4.1", "Tell the service desk at once.");
        Passage handbook = new Passage(
                "p2", "handbook.docx", "Staff handbook", null, null, "Losses", 12, "Ring your manager first.", 0.6);
        ShownAnswer one = new ShownAnswer("q1", List.of("p1"), List.of("p3", "p4"), null, false);
        all.put("answer", CARDS.answer().answer(one, List.of(clause), "asker"));
        all.put(
                "answer-report",
                CARDS.answer()
                        .answer(
                                new ShownAnswer("q1", List.of("p1"), List.of(), "lost-device", false),
                                List.of(clause),
                                null));
        all.put(
                "answer-differing-follow-up",
                CARDS.answer()
                        .answer(
                                new ShownAnswer("q1", List.of("p1", "p2"), List.of("p3"), "no such type", true),
                                List.of(clause, handbook),
                                null));
        all.put(
                "answer-none",
                CARDS.answer().answer(new ShownAnswer("q1", List.of(), List.of(), null, false), List.of(), null));
        all.put(
                "answer-not-kept",
                CARDS.answer().answer(new ShownAnswer("", List.of(), List.of(), null, false), List.of(), null));
        all.put("passages", CARDS.answer().passages(one, List.of(clause)));
        all.put(
                "section",
                CARDS.answer()
                        .section(
                                one,
                                clause,
                                List.of(
                                        passage("p0", "4.0", "Devices are lent."),
                                        clause,
                                        passage("p5", "4.2", "Ring from another telephone.")),
                                "asker"));
        all.put("section-long", CARDS.answer().section(one, clause, manyAround(clause), "asker"));
        all.put("section-handbook", CARDS.answer().section(one, handbook, List.of(handbook), null));
        all.put(
                "citation",
                CARDS.citation()
                        .of(new Citation(
                                clause,
                                "Devices are lent. Tell the service desk at once. Then ring your manager.",
                                "Tell the service desk at once.",
                                List.of(
                                        new Caution.Overdue(LocalDate.of(2024, 11, 30)),
                                        new Caution.Superseded("DPA 1998", "the UK GDPR", null)))));
        all.put("citation-handbook", CARDS.citation().of(Citation.of(handbook, handbook.text())));
        all.put("changes", changes("Mobile Working Policy", "Lost devices", "Tell the service desk within a day."));
        all.put("desk-test", CARDS.simple().deskTest("Alex Marsh", CARDS.times().inFull(now)));

        all.putAll(SampleEnquiries.cards(DeskCards.of(CARDS), lost));
        all.putAll(SampleRoles.cards(CARDS));
        all.put("policy-register", CARDS.register().of(SamplePolicies.everything(), SamplePolicies.TODAY, null));
        all.put(
                "policy-register-one",
                CARDS.register().of(SamplePolicies.owner(), SamplePolicies.TODAY, "Who owns it?"));

        all.put(
                "review-reminder",
                CARDS.register().reminder(List.of(SamplePolicies.PASSWORDS.policy()), SamplePolicies.TODAY));

        Map<String, String> hostile = SampleReports.hostile();
        Person troll = new Person("troll", SampleReports.MARK);
        all.put("hostile-step-1", step(lost, hostile, 0, Map.of("where", messages.text("problem.long", 4001, 200))));
        all.put("hostile-step-4", step(lost, hostile, 3, Map.of("contact", messages.text("problem.phone"))));
        all.put("hostile-review", review(lost, hostile));
        all.put(
                "hostile-alert",
                CARDS.alert().of(acknowledged(SampleReports.incident(lost, hostile, Severity.HIGH), troll), now));
        all.put("hostile-alert-0", CARDS.alert().of(SampleReports.incident(lost, hostile, Severity.HIGH), now));
        all.put(
                "hostile-passages",
                CARDS.answer().passages(one, List.of(passage(SampleReports.MARK, hostile.getOrDefault("where", "")))));
        Passage troll4000 = passage(
                SampleReports.MARK, hostile.getOrDefault("circumstances", "").repeat(3));
        all.put("hostile-answer", CARDS.answer().answer(one, List.of(troll4000), "asker"));
        all.put("hostile-section", CARDS.answer().section(one, troll4000, List.of(troll4000), "asker"));
        all.put(
                "hostile-citation",
                CARDS.citation()
                        .of(new Citation(
                                troll4000,
                                troll4000.text(),
                                SampleReports.MARK,
                                List.of(new Caution.Superseded(SampleReports.MARK, SampleReports.MARK, null)))));
        all.put(
                "hostile-policy-register",
                CARDS.register()
                        .of(
                                SamplePolicies.named(SampleReports.MARK),
                                SamplePolicies.TODAY,
                                hostile.getOrDefault("where", "")));
        all.put(
                "hostile-changes",
                changes(SampleReports.MARK, SampleReports.MARK, hostile.getOrDefault("where", "") + "within a day"));
        all.put(
                "hostile-desk-test",
                CARDS.simple().deskTest(SampleReports.MARK, CARDS.times().inFull(now)));
        return all;
    }

    private static Card step(ReportType type, Map<String, String> answers, int step, Map<String, String> problems) {
        return CARDS.report().step(SampleReports.draft(type, answers, step), type, problems, false, TestCards.SATURDAY);
    }

    private static Card review(ReportType type, Map<String, String> answers) {
        return CARDS.report()
                .review(
                        SampleReports.draft(type, answers, type.steps().size()),
                        type,
                        SampleReports.answers(type, answers),
                        false);
    }

    private static Map<String, String> tooLong() {
        Map<String, String> answers = SampleReports.phone();
        for (String field : List.of("where", "asset-tag", "circumstances", "contact")) {
            answers.put(field, "\uD83D\uDE80\"\u05E9 ".repeat(1_000));
        }
        return answers;
    }

    private static Incident acknowledged(Incident incident, Person by) {
        return incident.acknowledge(by, TestCards.SATURDAY.plusSeconds(100));
    }

    /** A clause changed, one is new, and there are more than are shown. */
    private static Card changes(String title, String heading, String before) {
        Policy policy = new Policy("mobile-v2.pdf", title, null, "2.1", null, null, null);
        Policy next = new Policy("mobile-v3.pdf", title, null, "3.0", null, null, null);
        List<ClauseChange> clauses = new ArrayList<>(List.of(
                new ClauseChange.Changed("4.1", heading, before, before.replace("within a day", "at once")),
                new ClauseChange.Added(null, null, before)));
        for (int i = 0; i < 12; i++) {
            clauses.add(new ClauseChange.Removed(null, heading, before));
        }
        return new ChangesCard(CARDS.content().cards(), CARDS.messages(), TestCards.LONDON)
                .of(new VersionChanges(
                        new PolicyVersion(policy, TestCards.SATURDAY.minusSeconds(86_400), TestCards.SATURDAY),
                        new PolicyVersion(next, TestCards.SATURDAY, null),
                        clauses));
    }

    private static Passage passage(String section, String text) {
        return new Passage("p1", "mobile.md", "Mobile working", "2.1", section, "Lost devices", null, text, 0.7);
    }

    private static Passage passage(String id, @Nullable String section, String text) {
        return new Passage(id, "mobile.md", "Mobile working", "2.1", section, "Lost devices", null, text, 0);
    }

    /** A section of 41 passages with this one in the middle. */
    private static List<Passage> manyAround(Passage passage) {
        List<Passage> section = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            section.add(i == 20 ? passage : passage("s" + i, "4." + i, "Clause " + i + " of many. ".repeat(60)));
        }
        return section;
    }
}
