package io.beadle;

import static io.beadle.Markers.ID;
import static io.beadle.Markers.QUOTED;
import static io.beadle.Markers.WORD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.bot.schema.ActivityTypes;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.card.CardAction;
import io.beadle.card.RoleAction;
import io.beadle.card.Saying;
import io.beadle.content.Roles;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.teams.ScriptedConnector.Answer;
import io.beadle.teams.ScriptedConnector.Call;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Marked words in everything that comes in, whatever becomes of it, and then a search of everything that comes out beside the
 * answers: log, metrics, health, traces, refusals. What can come in is read off the code: a new verb, command, invoke or kind of
 * activity that is not marked here fails.
 */
@Import({FixedTime.class, QuotingStores.class})
@TestPropertySource(
        properties = {
            "beadle.limits.activities.at-once=1000000",
            "beadle.limits.questions.at-once=1000000",
            "beadle.limits.reports.at-once=1000000",
            "beadle.limits.searches.at-once=1000000",
            "beadle.limits.activities.per-minute=1000000",
            "beadle.limits.questions.per-minute=1000000",
            "beadle.limits.reports.per-minute=1000000",
            "beadle.limits.searches.per-minute=1000000",
        })
class MarkersIT extends RunningBeadle {
    private static final Pattern CASE = Pattern.compile("case \"([a-z][a-z.-]+)\"");
    private static final Pattern INVOKE = Pattern.compile("case \"([A-Za-z]+/[A-Za-z]+)\"");
    private static final String DESK = "desk-" + ID;

    /** Whatever an answer says that is no success. */
    private static final String REFUSAL = "{\"error\":{\"code\":\"BadSyntax\",\"message\":\"" + WORD + " " + QUOTED
            + "\",\"innerHttpError\":{\"body\":\"" + WORD + " " + QUOTED + "\"}}}";

    /** To each command what belongs to it; where nothing may, the words alone. */
    private static final List<String> SAID = List.of(
            "What do I do if somebody called " + WORD + " wants personal data?",
            "May I take " + WORD + " home?",
            "what changed in the " + WORD + " policy",
            "who is the data protection officer of " + WORD,
            "I've left my work phone at " + WORD,
            "report " + WORD,
            "report for somebody else",
            "report anonymously",
            "follow up " + WORD + "-1234",
            "my reports",
            "desk low",
            "desk " + WORD,
            "cancel",
            "gaps",
            "curated answers",
            "pack for INC-2026-0001",
            "breach register",
            "foi table",
            "evidence for INC-2026-0001",
            "undelivered",
            "self-test",
            "roles",
            "help",
            "thanks for " + WORD,
            "report October",
            "warp INC-2026-0001",
            "open",
            "INC-2026-0001",
            "find " + WORD,
            "reviews",
            "exercise " + WORD,
            "exercise lost device",
            "subject access for " + WORD + " Smith",
            "verify audit",
            "retention",
            "certificates",
            WORD);

    @LocalManagementPort
    private int management;

    @Autowired
    private Environment environment;

    @Autowired
    private Intents intents;

    @Autowired
    private Roles roles;

    @Autowired
    private Incidents incidents;

    @Autowired
    private AskedQuestions asked;

    @Autowired
    private Appointments appointments;

    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private CapturedLog log;
    private Marked reporter;
    private Marked officer;
    private String incident;
    private String question;

    @BeforeEach
    void everybodyIsMarked() {
        log = new CapturedLog(environment);
        reporter = new Marked("reporter", port, CONNECTOR.url());
        officer = new Marked("officer", port, CONNECTOR.url());
        CONNECTOR.roster(List.of(List.of(reporter.asMember(), officer.asMember())));
        reporter.says("hello", reporter.chat());
        officer.says("<at>Beadle</at> desk", officer.channel(DESK));
        roles.roles()
                .forEach(role -> appointments.add(new Appointment(
                        role.id(),
                        role.id(),
                        null,
                        officer.person(),
                        WORD + "@example.org",
                        new Person(ID + "-deputy", WORD),
                        WORD + "@example.net",
                        List.of(),
                        List.of())));
        incident = incidents
                .report(
                        UUID.randomUUID().toString(),
                        2026,
                        name -> SomeIncidents.lostPhone(name, name + " draft", reporter.person(), FixedTime.NOW))
                .reference();
        question = UUID.randomUUID().toString();
        asked.keep(AskedQuestion.of(
                question,
                FixedTime.NOW,
                "Who feeds " + WORD + "?",
                WORD,
                Outcome.NOT_FOUND,
                List.of(),
                null,
                new Asker(reporter.objectId(), WORD, reporter.id(), reporter.place(), reporter.place()),
                "answer-" + ID));
        asked.change(question, stored -> stored.enquire("Who feeds " + WORD + "?", null, FixedTime.NOW));
    }

    @AfterEach
    void stop() {
        QuotingStores.FAILING.set(false);
        log.close();
    }

    @Test
    void whatComesInIsMarkedWhateverItIs() {
        Set<Class<?>> commands =
                SAID.stream().map(words -> intents.of(words).getClass()).collect(Collectors.toSet());
        assertThat(commands).as("commands").containsAll(leaves(Intent.class));
        Set<Class<?>> made = Stream.concat(verbs().stream(), Stream.of(WORD))
                .flatMap(verb -> Stream.of(known(verb), made(verb)).map(data -> CardAction.parse(verb, data)))
                .map(MarkersIT::read)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        Set<Class<?>> all = leaves(CardAction.class);
        all.remove(CardAction.OfRoles.class);
        all.addAll(leaves(RoleAction.class));
        assertThat(made).as("actions").containsExactlyInAnyOrderElementsOf(all);
        assertThat(verbs().stream().flatMap(verb -> unmarked(verb).stream().map(field -> verb + " " + field)))
                .as("fields without a mark")
                .containsExactly("report.missing answers"); // it has none
        assertThat(verbs()).hasSizeGreaterThan(50);
        assertThat(invokes()).hasSizeGreaterThan(5);
    }

    @Test
    void nothingOfItComesOutInALogAMetricHealthATraceOrARefusal(CapturedOutput output) throws Exception {
        Set<String> pressed = new TreeSet<>();
        SAID.forEach(words -> {
            says(reporter, words);
            says(officer, words);
            keep(officer.says("<at>Beadle</at> " + words, officer.channel(DESK)));
        });
        pressed.addAll(pressEverything());
        everyVerb();
        everyActivity();
        everyPage();
        Set<String> found = cameOut(output);

        QuotingStores.FAILING.set(true);
        SAID.forEach(words -> says(officer, words));
        verbs().forEach(verb -> press(officer, verb, known(verb)));
        everyActivity();
        QuotingStores.FAILING.set(false);
        found.addAll(cameOut(output));

        for (Answer refusal : List.of(
                new Answer(400, Map.of(), REFUSAL, Duration.ZERO),
                new Answer(403, Map.of("x-word", WORD), REFUSAL, Duration.ZERO),
                new Answer(500, Map.of(), "<html>" + WORD + QUOTED + "</html>", Duration.ZERO),
                Answer.of("{\"id\": " + QUOTED + WORD),
                Answer.hangUp())) {
            CONNECTOR.answerAt("/v3", refusal);
            SAID.forEach(words -> says(officer, words));
            verbs().forEach(verb -> press(officer, verb, known(verb)));
        }
        found.addAll(cameOut(output));

        assertThat(found).isEmpty();
        assertThat(QuotingStores.FAILED).as("stores that failed").hasValueGreaterThan(100);
        assertThat(pressed).as("verbs pressed on cards that Beadle made").hasSizeGreaterThan(40);
        assertThat(log.having("Turn failed")).as("turns that failed").hasSizeGreaterThan(100);
        assertThat(answers.stream().map(HttpResponse::statusCode).distinct().toList())
                .contains(200, 400, 404, 500, 501);
    }

    /** Each verb with what belongs to it and words for the rest, and with words alone, wherever and however it is pressed. */
    private void everyVerb() {
        for (String verb : verbs()) {
            for (Map<String, Object> data : List.of(known(verb), made(verb))) {
                press(officer, verb, data);
                press(reporter, verb, data);
                keep(officer.executes(verb, data, officer.channel(DESK)));
                keep(officer.submits(verb, data));
            }
        }
        keep(officer.executes(WORD, made(WORD), officer.chat()));
    }

    private void press(Marked who, String verb, Map<String, Object> data) {
        keep(who.executes(verb, data, who.chat()));
    }

    private void says(Marked who, String words) {
        keep(who.says(words, who.chat()));
    }

    /** Every kind there is, and one that there is not, with each field filled in. */
    private void everyActivity() {
        Map<String, Object> files = Map.of(
                "attachments",
                List.of(
                        Map.of(
                                "contentType",
                                "application/vnd.microsoft.teams.file.download.info",
                                "name",
                                WORD + ".pdf",
                                "contentUrl",
                                "https://" + WORD + ".example/" + WORD,
                                "content",
                                Map.of("downloadUrl", "https://" + WORD + ".example/x?" + WORD, "fileType", WORD)),
                        Map.of("contentType", "image/png", "name", WORD, "contentUrl", CONNECTOR.url() + WORD)));
        for (Marked who : List.of(reporter, officer)) {
            keep(who.sends("message", who.chat(), files));
            for (String type : types()) {
                for (String event : List.of("channelDeleted", "teamRenamed", "channelRenamed", "teamDeleted", WORD)) {
                    Map<String, Object> data = Map.of(
                            "eventType", event,
                            "tenant", Map.of("id", WORD),
                            "team", Map.of("id", ID, "name", WORD),
                            "channel", Map.of("id", ID + "-gone", "name", WORD));
                    keep(who.sends(type, who.chat(), Map.of("channelData", data)));
                }
            }
            for (String name : invokes()) {
                for (Object value : List.of(made(name), WORD, dialog("search"), dialog("report"), dialog(WORD))) {
                    keep(who.sends("invoke", who.chat(), Map.of("name", name, "value", value)));
                }
            }
            keep(who.sends("invoke", who.chat(), Map.of("name", WORD + "/" + WORD)));
        }
        keep(officer.sends(
                "invoke",
                officer.chat(),
                Map.of("name", "fileConsent/invoke", "value", Map.of("action", "accept", "context", offered()))));
        for (String body : List.of(WORD, "{\"" + WORD, "{\"type\":\"" + WORD + "\"}", "[".repeat(200) + WORD, "")) {
            keep(officer.posts(body));
        }
    }

    private static Map<String, Object> dialog(String command) {
        return Map.of(
                "commandId",
                command,
                "parameters",
                List.of(Map.of("name", WORD, "value", WORD)),
                "queryOptions",
                Map.of("skip", WORD),
                "messagePayload",
                Map.of(
                        "id",
                        ID,
                        "createdDateTime",
                        WORD,
                        "linkToMessage",
                        "https://" + WORD + ".example/",
                        "from",
                        Map.of("user", Map.of("id", ID, "displayName", WORD)),
                        "body",
                        Map.of("contentType", "html", "content", "<p>I lost my phone at " + WORD + "</p>")),
                "data",
                Map.of("key", UUID.randomUUID().toString(), "about", "lost-device", "answer-where", WORD));
    }

    /** The context of the last file that was offered; with where to put it. */
    private static Map<String, Object> offered() {
        Map<String, Object> context = new HashMap<>(Map.of("offer", WORD));
        CONNECTOR.calls().stream()
                .flatMap(call -> call.body().findValues("acceptContext").stream())
                .forEach(given -> given.propertyStream()
                        .forEach(entry ->
                                context.put(entry.getKey(), entry.getValue().asString())));
        return context;
    }

    private void everyPage() {
        for (String path :
                List.of("/" + WORD, "/policies/" + WORD + "?link=" + WORD, "/policies?" + WORD, "/api/" + WORD)) {
            keep(officer.opens(port, path));
        }
        for (String path : List.of("/actuator/" + WORD, "/actuator/health/" + WORD, "/actuator/prometheus?" + WORD)) {
            keep(officer.opens(management, path));
        }
        keep(officer.fromAPage());
    }

    /** Every button of every card that Beadle sends or answers, filled in badly and well; the verbs that were met. */
    private Set<String> pressEverything() {
        await().until(() -> incidents.find(incident).orElseThrow().deskPost() != null);
        Pressing pressing = new Pressing(800);
        for (Marked who : List.of(reporter, officer)) {
            for (String words : SAID) {
                int before = CONNECTOR.calls().size();
                says(who, words);
                cards(before, who.place()).forEach(card -> keep(pressing.all(card, who, who.chat())));
            }
            keep(pressing.all(Pressing.button("case.open", Map.of("incident", incident)), who, who.chat()));
            keep(pressing.all(Pressing.button("ask-a-person", Map.of("question", question)), who, who.chat()));
        }
        cards(0, DESK).forEach(card -> keep(pressing.all(card, officer, officer.channel(DESK))));
        return pressing.verbs();
    }

    private static List<JsonNode> cards(int from, String conversation) {
        List<Call> calls = CONNECTOR.calls();
        return calls.subList(Math.min(from, calls.size()), calls.size()).stream()
                .filter(call -> (call.path() + call.text()).contains(conversation))
                .flatMap(call -> call.body().findValues("content").stream())
                .filter(content -> content.path("type").asString("").equals("AdaptiveCard"))
                .toList();
    }

    /** What came out where it should not. */
    private Set<String> cameOut(CapturedOutput output) {
        Set<String> found = new TreeSet<>();
        log.having(WORD, QUOTED).forEach(line -> found.add("log: " + line.strip()));
        output.getAll()
                .lines()
                .filter(line -> Markers.isIn(line, WORD) || Markers.isIn(line, QUOTED))
                .forEach(line -> found.add("output: " + line));
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .map(answer -> answer.statusCode() + " " + answer.headers().map() + answer.body())
                .filter(answer -> Markers.isIn(answer, WORD) || Markers.isIn(answer, ID))
                .forEach(answer -> found.add("refusal: " + answer));
        answers.stream()
                .map(HttpResponse::body)
                .filter(body -> Markers.isIn(body, QUOTED))
                .forEach(body -> found.add("answer: " + body));
        for (String path :
                List.of("prometheus", "health", "health/live", "health/ready", "health/degraded", "selftest")) {
            officer.plain(management, "/actuator/" + path)
                    .body()
                    .lines()
                    .filter(line -> Stream.of(WORD, ID, QUOTED).anyMatch(marker -> Markers.isIn(line, marker)))
                    .forEach(line -> found.add(path + ": " + line));
        }
        CONNECTOR.calls().stream()
                .map(Call::trace)
                .filter(trace -> trace != null && !trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"))
                .forEach(trace -> found.add("trace: " + trace));
        return found;
    }

    private void keep(HttpResponse<String> answer) {
        answers.add(answer);
    }

    private void keep(List<HttpResponse<String>> more) {
        answers.addAll(more);
    }

    /** Everything made up. */
    private static Map<String, Object> made(String verb) {
        Map<String, Object> data = new HashMap<>();
        Stream.of(
                        ("draft group naming type passage question incident report table format about form drawn stretch search"
                                        + " text step page key what role appointment proposal key answer wave")
                                .split(" "))
                .forEach(field -> data.put(field, WORD));
        Stream.of("text where what answer question cite keep role holder wanted chosen email name person".split(" "))
                .forEach(input -> data.put("answer-" + input, WORD));
        data.put("verb", verb);
        data.put("shown", List.of(WORD));
        if (verb.startsWith("ask.")) {
            data.put(
                    "answer", Map.of("question", WORD, "cited", List.of(WORD), "further", List.of(WORD), "type", WORD));
        }
        if (verb.startsWith("mine.")) {
            data.put("what", Saying.ADD.name().toLowerCase(Locale.ROOT));
        }
        return data;
    }

    /** The same with ids that there are, and without what makes it another action. */
    private Map<String, Object> known(String verb) {
        Map<String, Object> data = made(verb);
        data.remove("naming");
        data.putAll(Map.of("incident", incident, "question", question, "step", 0, "page", 0));
        if (verb.startsWith("case.")) {
            data.put("what", "note");
        }
        if (verb.startsWith("roles.")) {
            data.putAll(Map.of("role", "legal", "appointment", "legal", "answer-holder", "legal"));
        }
        return data;
    }

    /** The fields of an action in which words could stand and none do; what is not words is left out. */
    private static List<String> unmarked(String verb) {
        Map<String, Object> data = made(verb);
        if (!verb.equals("report.unnamed")) {
            data.remove("naming"); // which makes it another action
        }
        Object read = read(CardAction.parse(verb, data));
        return Arrays.stream(read.getClass().getRecordComponents())
                .filter(field -> field.getType() == String.class
                        || Map.class.isAssignableFrom(field.getType())
                        || List.class.isAssignableFrom(field.getType()))
                .filter(field -> !String.valueOf(value(field, read)).contains(WORD))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Object read(CardAction action) {
        return action instanceof CardAction.OfRoles of ? of.action() : action;
    }

    private static Object value(RecordComponent field, Object of) {
        try {
            field.getAccessor().setAccessible(true);
            return requireNonNull(field.getAccessor().invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A record's field cannot be read", e);
        }
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(one -> one.isSealed() ? leaves(one).stream() : Stream.of(one))
                .collect(Collectors.toSet());
    }

    private static Set<String> verbs() {
        try {
            return Stream.of("card/Pressed.java", "card/RoleAction.java")
                    .flatMap(file -> found(CASE, file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (java.io.UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> invokes() {
        return found(INVOKE, "bot/BeadleBot.java");
    }

    private static Set<String> found(Pattern pattern, String file) {
        try {
            return pattern.matcher(Files.readString(Path.of("src/main/java/io/beadle", file)))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All that the Bot Framework knows, and one that it does not. */
    private static List<String> types() {
        return Stream.concat(
                        Arrays.stream(ActivityTypes.class.getFields())
                                .filter(field -> field.getType() == String.class)
                                .map(MarkersIT::text),
                        Stream.of(WORD))
                .toList();
    }

    private static String text(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
