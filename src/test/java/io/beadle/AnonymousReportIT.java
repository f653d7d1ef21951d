package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.incident.AnonymousToken;
import io.beadle.incident.CaseFile;
import io.beadle.incident.FollowUpCode;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Said;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.Statement;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports without a name, over HTTP, and then everything that Beadle has kept of them (G8). */
@Import(FixedTime.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "beadle.test.store=of-its-own")
class AnonymousReportIT extends RunningBeadle {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}");
    private static final String TOLD = "Vermilion-Oast";

    /** References, and activities answered: where people may be told apart, but at no time finer than a day. */
    private static final Set<String> EXCEPTED = Set.of("conversations", "answered");

    @Autowired
    private Incidents incidents;

    @Autowired
    private Appointments appointments;

    @Autowired
    private SealedReporters sealed;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private MeterRegistry meters;

    /** Somebody whom nothing else in the store or the log is like. */
    private Colleague quill;

    private final Map<String, String> asSent = new HashMap<>();

    @BeforeEach
    void meetQuill() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        quill = new Colleague("Quillfeather" + mark, port, CONNECTOR);
        asSent.put("serviceUrl", CONNECTOR.url() + "service-" + mark + "/");
        asSent.put("locale", "kw-" + mark.substring(0, 8).toUpperCase(Locale.ROOT));
    }

    /** All that tells Quill from others. */
    private List<String> marks() {
        String name = quill.objectId().substring("aad-".length());
        return List.of(
                name,
                quill.id(),
                quill.objectId(),
                String.valueOf(quill.personalChat().get("id")),
                String.valueOf(asSent.get("serviceUrl"))
                        .substring(CONNECTOR.url().length()),
                String.valueOf(asSent.get("locale")));
    }

    @Test
    void nothingThatIsKeptOfAnAnonymousReportLeadsToWhoMadeIt(CapturedOutput log) {
        String channel = aDesk();
        says("What do I do if my laptop is stolen?");
        says("I've lost my work phone");
        JsonNode named = requireNonNull(Colleague.card(quill.answer()));
        long answered = mongo.getCollection("answered").countDocuments();
        JsonNode choice = presses("Report without my name", named, Map.of("answer-where", TOLD));
        assertThat(choice.toString()).contains("Teams keeps this chat", "data protection officer");
        assertThat(choice.toString().indexOf("Report in confidence"))
                .isLessThan(choice.toString().indexOf("Report anonymously"));
        JsonNode step = presses("Report anonymously", choice, Map.of());
        assertThat(step.toString()).contains("You are reporting anonymously", TOLD, "phone");
        String token = Colleague.action(step, "Next").at("/data/draft").asString();
        assertThat(AnonymousToken.of(token)).isPresent();

        step = presses("Next", step, firstStep(step));
        String id = UUID.randomUUID().toString();
        JsonNode receipt = presses("Send now", step, Map.of(), id);

        FollowUpCode code = code(receipt);
        // drawn anew each time, with the clauses that were found by then
        assertThat(code(presses("Send now", step, Map.of(), id)))
                .as("delivered again")
                .isEqualTo(code);
        assertThat(code(presses("Send now", step, Map.of())))
                .as("pressed again")
                .isEqualTo(code);
        assertThat(mongo.getCollection("answered").countDocuments())
                .as("answers kept of anonymous turns")
                .isEqualTo(answered);
        Incident incident = incidents.followedBy(code.lookup()).getFirst();
        JsonNode alert = requireNonNull(awaitPost(channel, incident.reference()));
        assertThat(alert.toString())
                .contains("Reported anonymously", "yours to find out")
                .doesNotContain(TOLD);
        JsonNode card = requireNonNull(Colleague.card(alert));
        await().until(() -> incidents.find(incident.reference()).orElseThrow().deskPost() != null);
        String post = requireNonNull(
                        incidents.find(incident.reference()).orElseThrow().deskPost())
                .activity();
        for (Colleague officer : List.of(priya, dafydd)) {
            officer.presses(
                    "Acknowledge",
                    card,
                    Map.of(),
                    post,
                    Colleague.channel(channel),
                    UUID.randomUUID().toString());
        }
        assertThat(incidents.find(incident.reference()).orElseThrow().isAcknowledged())
                .isTrue();
        opensAndNotes(dafydd, incident.reference());

        assertThat(leaks()).isEmpty();
        assertThat(times()).isEmpty();
        assertThat(stored())
                .doesNotContain(
                        token, code.secret(), code.written(), code.written().substring(10));
        for (String mark : marks()) {
            assertThat(log.getAll()).doesNotContain(mark);
            assertThat(meters.getMeters())
                    .noneMatch(meter -> meter.getId().toString().contains(mark));
        }
        assertThat(log.getAll()).doesNotContain(token, code.written(), code.secret(), TOLD);
        assertThat(incident.report().answer("contact"))
                .hasValueSatisfying(waived -> assertThat(waived.shown()).contains("Not asked"));
        assertThat(incident.missing()).isNotEmpty().doesNotContain("contact");
    }

    /** What an officer is shown has the report's own words and times in it, none of which is kept a second time. */
    private void opensAndNotes(Colleague officer, String reference) {
        Person person = new Person(officer.objectId(), "Dafydd");
        appointments.add(new Appointment("a", "nominated", null, person, null, null, null, List.of(), List.of()));
        long answered = mongo.getCollection("answered").countDocuments();
        assertThat(officer.executes("case.open", Map.of("incident", reference)).toString())
                .contains(TOLD);
        JsonNode form = officer.executes("case.act", Map.of("incident", reference, "what", "note"));
        Map<String, String> note = Map.of("answer-text", "Rang the tearoom.");
        String id = UUID.randomUUID().toString();
        for (String told : List.of("Recorded.", "recorded already")) {
            assertThat(officer.presses("Add a note", form, note, "activity-1", officer.personalChat(), id)
                            .toString())
                    .contains(TOLD, told);
        }
        assertThat(new CaseFile(incidents.find(reference).orElseThrow()).all("note"))
                .hasSize(1);
        appointments.remove("a");
        assertThat(mongo.getCollection("answered").countDocuments()).isEqualTo(answered);
    }

    @Test
    void theTeamAndAnAnonymousReporterWriteToEachOtherByTheCode() {
        // nobody else in this store is she: what names her comes from this report
        Colleague eluned = new Colleague("Eluned", port, CONNECTOR);
        FollowUpCode code = reportAnonymously();
        String reference = incidents.followedBy(code.lookup()).getFirst().reference();
        incidents.change(
                reference,
                i -> i.say(new Said.Asked("q1", "Was the door shut?", new Person("p", "Priya")), FixedTime.NOW));

        eluned.says("follow up " + code.written().toLowerCase(Locale.UK));

        JsonNode report = requireNonNull(Colleague.card(eluned.answer()));
        assertThat(report.toString()).contains(reference, "Was the door shut?");
        JsonNode form = eluned.presses("Answer the team", report, Map.of(), "activity-1");
        JsonNode told = eluned.presses("Send", form, Map.of("answer-text", "It stood open."), "activity-1");
        assertThat(told.toString()).contains("The team sees it", "It stood open.");
        Statement reply = incidents.find(reference).orElseThrow().statements().getLast();
        assertThat(reply.text()).isEqualTo("It stood open.");
        assertThat(reply.by()).isNull();
        assertThat(stored("incidents")).doesNotContain(eluned.objectId(), eluned.id());
    }

    @Test
    void aCodeIsSaidInThePersonalChatAndTriedFiveTimesAnHour() {
        FollowUpCode code = reportAnonymously();
        FollowUpCode other = reportAnonymously();

        assertThat(told("follow up " + code.written(), Colleague.channel("tearoom"), "tearoom"))
                .contains("in our personal chat only");
        assertThat(told("follow up ABCD-EFGH")).contains("I cannot read that as a code");
        assertThat(told("follow up 2222-2222-2222-2222-2222")).contains("do not know this code");
        String wrong = new FollowUpCode(code.lookup(), other.secret()).written();
        for (int i = 0; i < 5; i++) {
            assertThat(told("follow up " + wrong)).contains("do not know this code");
        }
        assertThat(told("follow up " + code.written())).contains("tried wrongly too often");
        dafydd.says("follow up " + other.written());
        assertThat(Colleague.card(dafydd.answer())).isNotNull();
        assertThat(stored("codeGuesses")).contains(code.lookup()).doesNotContain(dafydd.objectId(), dafydd.id());
    }

    @Test
    void aNameGivenInConfidenceIsSealedAndItsReporterIsToldAllTheSame() {
        says("I want to make a confidential report");
        JsonNode step = begun("Report in confidence");
        assertThat(step.toString()).contains("You are reporting in confidence");
        JsonNode receipt = presses("Send now", step, firstStep(step));

        assertThat(receipt.toString()).contains("received");
        Incident incident = incidents.reportedBy(quill.objectId(), 1).getFirst();
        assertThat(sealed.find(incident.draft()).orElseThrow().person().id()).isEqualTo(quill.objectId());
        assertThat(leaks()).isNotEmpty().allMatch(leak -> leak.startsWith("sealedReporters "));
        assertThat(presses("Send now", step, firstStep(step)).toString())
                .contains("Report " + incident.reference() + " received");
        incidents.change(
                incident.reference(),
                i -> i.say(new Said.Asked("q1", "Who else was there?", new Person("p", "Priya")), FixedTime.NOW));
        says("my reports");
        JsonNode mine = requireNonNull(Colleague.card(quill.answer()));
        assertThat(presses("Open " + incident.reference(), mine, Map.of()).toString())
                .contains("Who else was there?");
    }

    @Test
    void whatIsReportedWithoutANameStartsInThePersonalChat() {
        assertThat(told("report anonymously", Colleague.channel("tearoom"), "tearoom"))
                .contains("personal chat");
        FollowUpCode code = reportAnonymously();
        says("my reports");
        assertThat(requireNonNull(Colleague.card(quill.answer())).toString())
                .doesNotContain(incidents.followedBy(code.lookup()).getFirst().reference());
        says("cancel");
        assertThat(quill.answer().path("text").asString()).contains("no report under way");
    }

    @Test
    void whatIsCancelledAndStartedAgainIsStillWithoutAName() {
        for (String how : List.of("Report anonymously", "Report in confidence")) {
            says("report without my name");
            JsonNode cancelled = presses("Cancel", begun(how), Map.of());
            assertThat(leaks()).isEmpty();
            JsonNode again = presses("Start again", cancelled, Map.of());
            assertThat(again.toString())
                    .contains("You are reporting " + (how.contains("anon") ? "anonymously" : "in confidence"));
            presses("Cancel", again, Map.of());
        }
    }

    private FollowUpCode reportAnonymously() {
        says("can I report anonymously?");
        JsonNode step = begun("Report anonymously");
        return code(presses("Send now", step, firstStep(step)));
    }

    /** From the choice of how to report, by way of what, to the first step. */
    private JsonNode begun(String how) {
        JsonNode choice = requireNonNull(Colleague.card(quill.answer()));
        JsonNode groups = presses(how, choice, Map.of());
        JsonNode types = presses("Told by others, a weakness, something else", groups, Map.of());
        return presses("Something else", types, Map.of());
    }

    private static Map<String, String> firstStep(JsonNode step) {
        return step.toString().contains("What is missing?")
                ? Map.of(
                        "answer-danger",
                        "no",
                        "answer-what",
                        "phone",
                        "answer-where",
                        TOLD,
                        "answer-happened",
                        "morning")
                : Map.of(
                        "answer-danger",
                        "no",
                        "answer-what",
                        "place",
                        "answer-where",
                        TOLD,
                        "answer-happened",
                        "morning");
    }

    private static FollowUpCode code(JsonNode receipt) {
        Matcher found = CODE.matcher(receipt.toString());
        assertThat(found.find()).as("a code on %s", receipt).isTrue();
        return FollowUpCode.read(found.group()).orElseThrow();
    }

    private void says(String text) {
        Map<String, Object> activity = quill.activity("message", quill.personalChat());
        activity.putAll(asSent);
        activity.put("text", text);
        assertThat(quill.post(activity).statusCode()).isEqualTo(200);
    }

    private JsonNode presses(String title, JsonNode card, Map<String, String> inputs) {
        return presses(title, card, inputs, UUID.randomUUID().toString());
    }

    private JsonNode presses(String title, JsonNode card, Map<String, String> inputs, String id) {
        JsonNode action = Colleague.action(card, title);
        Map<String, Object> data = new HashMap<>();
        action.path("data").propertyStream().forEach(e -> data.put(e.getKey(), e.getValue()));
        data.putAll(inputs);
        Map<String, Object> activity = quill.activity("invoke", quill.personalChat());
        activity.putAll(asSent);
        activity.put("id", id);
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", "activity-1");
        String verb = action.path("verb").asString();
        activity.put(
                "value",
                Map.of("trigger", "manual", "action", Map.of("type", "Action.Execute", "verb", verb, "data", data)));
        return JSON.readTree(quill.post(activity).body()).path("value");
    }

    private String told(String text) {
        return told(
                text,
                dafydd.personalChat(),
                String.valueOf(dafydd.personalChat().get("id")));
    }

    private String told(String text, Map<String, Object> conversation, String where) {
        dafydd.says(text, conversation);
        return dafydd.answer(where).path("text").asString();
    }

    /** What of the whole database, but for the excepted collections, has something of Quill in it. */
    private List<String> leaks() {
        return mongo.getCollectionNames().stream()
                .filter(collection -> !EXCEPTED.contains(collection))
                .flatMap(collection -> mongo.findAll(Document.class, collection).stream()
                        .map(document -> collection + " " + document.toJson()))
                .filter(document -> marks().stream().anyMatch(document::contains))
                .toList();
    }

    /** Every value in the excepted collections that could be a time within half a day of the report, in whatever unit. */
    private List<String> times() {
        List<String> near = new ArrayList<>();
        for (String collection : EXCEPTED) {
            for (Document document : mongo.findAll(Document.class, collection)) {
                document.forEach((key, value) -> {
                    if (isNear(value)) {
                        near.add(collection + " " + key + " " + value);
                    }
                });
            }
        }
        assertThat(mongo.getCollection("answered").countDocuments()).isPositive();
        return near;
    }

    private static boolean isNear(@Nullable Object value) {
        if (value instanceof Number number) {
            return List.of(Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1))
                    .stream()
                    .map(unit -> Math.multiplyHigh(number.longValue(), unit.toMillis()) == 0
                            ? Math.abs(number.longValue() * unit.toMillis() - FixedTime.NOW.toEpochMilli())
                            : Long.MAX_VALUE)
                    .anyMatch(apart -> apart < Duration.ofHours(12).toMillis());
        }
        boolean known = value == null || value instanceof String || value instanceof Boolean;
        return !known || String.valueOf(value).contains("2026-11-21T");
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        mongo.getCollectionNames().forEach(collection -> all.append(stored(collection)));
        return all.toString();
    }

    private String stored(String collection) {
        StringBuilder all = new StringBuilder();
        mongo.findAll(Document.class, collection).forEach(document -> all.append(document.toJson()));
        return all.toString();
    }
}
