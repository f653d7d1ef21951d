package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.beadle.Colleague;
import io.beadle.StoredTests;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.card.AdviceSources;
import io.beadle.content.Content;
import io.beadle.content.ReportType;
import io.beadle.content.Roles;
import io.beadle.incident.Answer;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Statement;
import io.beadle.knowledge.Suites;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.RelayAtRest;
import io.beadle.notification.Unhurried;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.Span;
import io.beadle.sweep.Sweep;
import io.beadle.teams.ScriptedConnector;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole Beadle with people in every role, a clock that the story moves, Teams on loopback and a mail server; everything that
 * anybody is sent, presses or writes goes into the transcript. Each story begins with an empty store.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@Import({Council.MovedTime.class, Unhurried.class})
abstract class Council {
    static final ScriptedConnector CONNECTOR = ScriptedConnector.start();
    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));

    /** What is about policies and their answers is told at the desk too, and belongs to no incident. */
    private static final Set<String> OF_POLICIES = Set.of("ReviewReminders", "CuratedReviews", "Gaps", "OpenQuestions");

    private static final Pattern CODE = Pattern.compile("([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}");
    private static final String MAIN = "security-desk";
    private static final String LOW = "low-severity";

    @TestConfiguration
    static class MovedTime {
        @Bean
        @Primary
        InstantSource movedClock() {
            return NOW::get;
        }
    }

    /** Nothing recurs by itself: the story sweeps whenever its clock has moved. */
    @MockitoBean
    private TaskScheduler never;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    Incidents incidents;

    @Autowired
    Content content;

    @Autowired
    private Appointments appointments;

    @Autowired
    private AdviceSources clauses;

    @Autowired
    private OutboxRelay running;

    @Autowired
    private CardUpdates updates;

    @Autowired
    private List<Sweep> sweeps;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private MongoClient client;

    private final Map<String, Colleague> people = new LinkedHashMap<>();
    private final Map<String, List<String>> shownAtDesk = new HashMap<>();
    private Transcript transcript = new Transcript("");
    private RelayAtRest relay;
    private int seen;
    private int letters;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        MAIL.start();
        Path folder = Suites.dataFolder("council-");
        registry.add("beadle.data-dir", folder::toString);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("beadle.mail.from", () -> "beadle@aldermere.example");
    }

    @BeforeEach
    void empty() throws Exception {
        relay = new RelayAtRest(running);
        // who has met Beadle is remembered outside the store too
        mongo.getCollectionNames().stream()
                .filter(name -> !name.equals("conversations"))
                .forEach(name -> mongo.getCollection(name).deleteMany(new Document()));
        MAIL.purgeEmailFromAllMailboxes();
        CONNECTOR.reset();
    }

    /** Of a story that broke off, what went before is there to read. */
    @AfterEach
    void writeDown() throws IOException {
        transcript.received("last");
    }

    /** Whoever has the database and no keys reads no name, no id of a person and nothing that anybody typed. */
    @AfterEach
    void nothingIsLegibleInTheDatabase() {
        MongoDatabase plain = client.getDatabase(Objects.requireNonNull(mongo.execute(database -> database.getName())));
        List<String> stored = new ArrayList<>();
        for (String collection : plain.listCollectionNames()) {
            assertThat(StoredTests.writtenDown()).contains(collection.replaceFirst("[.](files|chunks)$", ""));
            plain.getCollection(collection)
                    .find()
                    .forEach(document -> stored.add(collection + ' ' + document.toJson()));
        }
        try (Stream<Incident> all = incidents.all()) {
            Stream<String> typed = all.flatMap(Council::texts).filter(text -> text.contains(" "));
            Stream<String> known = people.entrySet().stream()
                    .flatMap(person -> Stream.of(
                            person.getKey(),
                            person.getValue().id(),
                            person.getValue().objectId()));
            List<String> legible = Stream.concat(known, typed)
                    .flatMap(text -> stored.stream()
                            .filter(document -> document.contains(text))
                            .map(document -> text + " in " + document.substring(0, document.indexOf(' '))))
                    .distinct()
                    .toList();
            assertThat(legible).as("legible in the database").isEmpty();
        }
        assertThat(stored)
                .as("the database that was looked at")
                .anyMatch(document -> document.startsWith("incidents "));
    }

    private static Stream<String> texts(Incident incident) {
        Stream<Answer> answers = Stream.concat(
                incident.report().answers().stream(), incident.acts().stream().flatMap(act -> act.answers().stream()));
        return Stream.concat(
                answers.map(Answer::value), incident.statements().stream().map(Statement::text));
    }

    // ---- The story

    /** Everybody has met Beadle, both channels are set, and it is that time in Aldermere. */
    void begin(String title, String at) {
        NOW.set(at(at));
        clausesAreLookedUp();
        Staff.names()
                .forEach(name ->
                        appointments.add(Staff.appointment(name, someone(name).objectId())));
        CONNECTOR.roster(List.of(Stream.of(
                        "Margaret Hale", "Dev Anand", "Nia Evans", "Tom Okafor", "Ruth Carver", "Alun Price")
                .map(name -> Map.of(
                        "id", someone(name).id(), "aadObjectId", someone(name).objectId(), "name", name))
                .toList()));
        someone("Margaret Hale").says("<at>Beadle</at> desk", Colleague.channel(MAIN));
        someone("Margaret Hale").says("<at>Beadle</at> desk low", Colleague.channel(LOW));
        settle();
        forget();
        CONNECTOR.answerAt(
                "chat-of-" + someone("Sonia Mills").id(),
                ScriptedConnector.Answer.refusal(403, "BotNotInConversationRoster"));
        transcript = new Transcript(title);
    }

    /** The clauses behind the advice are looked up beside the turns: until all of them are, no story says the same as the last. */
    private void clausesAreLookedUp() {
        List<ReportType.Advice> advice = content.reportTypes().types().stream()
                .flatMap(type -> type.advice().stream())
                .toList();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> advice.stream().anyMatch(one -> clauses.of(one, "").isPresent()));
    }

    /** A colleague of that name, who has written to Beadle before. */
    Colleague someone(String name) {
        return people.computeIfAbsent(name, unknown -> {
            Colleague colleague = new Colleague(unknown, port, CONNECTOR);
            colleague.says("hello");
            forget();
            return colleague;
        });
    }

    /** Every letter that was sent, since the story began. */
    static MimeMessage[] letters() {
        return MAIL.getReceivedMessages();
    }

    void tell(String words) {
        transcript.tell(words);
    }

    Transcript transcript() {
        return transcript;
    }

    Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    Instant now() {
        return NOW.get();
    }

    /** A time on the clock in Aldermere. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    /** The only duty of that rule. */
    Duty duty(String reference, String rule) {
        return incident(reference).duties().stream()
                .filter(duty -> duty.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** The names of all who were told of it so far. */
    Set<String> told(String reference) {
        return incident(reference).ledger().stream()
                .filter(line -> line.state() == Delivery.State.SENT)
                .map(Delivery::to)
                .filter(Objects::nonNull)
                .map(Person::name)
                .collect(Collectors.toSet());
    }

    /** Time goes on until then; whatever falls due on the way happens when it does. */
    void until(String local) {
        Instant end = at(local);
        while (now().isBefore(end)) {
            NOW.set(nextDue().filter(due -> due.isBefore(end)).orElse(end));
            sweep();
        }
    }

    private Optional<Instant> nextDue() {
        try (Stream<Incident> all = incidents.all()) {
            return all.flatMap(incident -> Stream.concat(
                            incident.duties().stream().map(Duty::next),
                            incident.outbox().stream().map(message -> message.availableAt())))
                    .filter(due -> due != null && due.isAfter(now()))
                    .min(Instant::compareTo);
        }
    }

    private void sweep() {
        sweeps.stream()
                .filter(sweep -> !OF_POLICIES.contains(sweep.getClass().getSimpleName()))
                .forEach(sweep -> sweep.sweep(now()));
        record();
    }

    /** Everything that is to be sent by now was sent. */
    private void settle() {
        int calls;
        int begun;
        do {
            calls = CONNECTOR.calls().size();
            begun = relay.deliver();
            updates.stop();
            updates.start();
        } while (begun > 0 || CONNECTOR.calls().size() > calls);
    }

    private void forget() {
        seen = CONNECTOR.calls().size();
        letters = MAIL.getReceivedMessages().length;
    }

    /** What its health is, as the orchestrator hears it. */
    String health() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + management + "/actuator/health");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        String status =
                JsonMapper.shared().readTree(answer.body()).path("status").asString();
        return answer.statusCode() + " " + status;
    }

    /** From now on Teams lets Beadle into the main desk's channel no more. */
    void removedFromDesk() {
        CONNECTOR.answerAt(MAIN, ScriptedConnector.Answer.refusal(403, "BotNotInConversationRoster"));
    }

    /** From now on Teams does not let Beadle write to that person. */
    void cannotBeWritten(String name) {
        CONNECTOR.answerAt(
                "chat-of-" + someone(name).id(), ScriptedConnector.Answer.refusal(403, "BotNotInConversationRoster"));
    }

    /** The texts of all e-mails to that person. */
    String letters(String name) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(letter -> {
                    try {
                        return letter.getAllRecipients()[0].toString().equals(Staff.email(name));
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .map(GreenMailUtil::getBody)
                .collect(Collectors.joining("\n"));
    }

    /** Nobody holds what that person held. */
    void leaves(String name) {
        appointments.remove(name);
    }

    void comesBack(String name) {
        appointments.add(Staff.appointment(name, someone(name).objectId()));
    }

    /** They are away until then, and that person, who may hold no role, stands in for them. */
    void isAway(String name, String until, String deputy) {
        Appointment held = Staff.appointment(name, someone(name).objectId());
        appointments.remove(name);
        appointments.add(new Appointment(
                held.id(),
                held.role(),
                null,
                held.person(),
                held.email(),
                new Person(someone(deputy).objectId(), deputy),
                null,
                List.of(new Span(now(), at(until))),
                held.shifts()));
    }

    // ---- What people do

    /** Writes to Beadle in the personal chat; returns the last card or text that came back. */
    JsonNode says(String name, String text) {
        said(name + " writes to Beadle: \"" + text + "\"", List.of());
        someone(name).says(text);
        List<JsonNode> answers = received(name);
        record();
        return answers.isEmpty() ? JsonMapper.shared().missingNode() : answers.getLast();
    }

    private List<JsonNode> received(String name) {
        return CONNECTOR.calls().subList(seen, CONNECTOR.calls().size()).stream()
                .filter(call -> call.method().equals("POST")
                        && call.path().contains("chat-of-" + someone(name).id()))
                .map(ScriptedConnector.Call::body)
                .filter(activity -> !activity.path("type").asString("").equals("typing"))
                .toList();
    }

    /** Presses a button in the personal chat; what comes in the place of the card. */
    JsonNode presses(String name, String button, JsonNode activity, Map<String, String> inputs) {
        JsonNode card = card(activity);
        said(name + " presses [" + button + "]", filledIn(card, inputs));
        JsonNode answer = someone(name).presses(button, card, inputs(inputs), "activity-1");
        shown(name, CardText.lines(answer));
        record();
        return answer;
    }

    /** The next step of a report; of what it asks only the title is written down, the answers follow. */
    JsonNode goesOn(String name, JsonNode activity, Map<String, String> inputs) {
        JsonNode card = card(activity);
        said(name + " presses [Next]", filledIn(card, inputs));
        JsonNode answer = someone(name).presses("Next", card, inputs(inputs), "activity-1");
        shown(name, CardText.lines(answer).stream().limit(2).toList());
        record();
        return answer;
    }

    /** Acknowledges on the last card that came to the personal chat. */
    JsonNode acknowledges(String name, String reference) {
        JsonNode card = CONNECTOR.calls().stream()
                .filter(call -> call.path().contains("chat-of-" + someone(name).id())
                        && call.text().contains(reference)
                        && call.text().contains("person.acknowledge"))
                .map(ScriptedConnector.Call::body)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(name + " has no card of " + reference));
        return presses(name, "Acknowledge", card, Map.of());
    }

    /** The last card that came to the personal chat. */
    JsonNode lastCard(String name) {
        return CONNECTOR.calls().stream()
                .filter(call -> call.path().contains("chat-of-" + someone(name).id() + "/"))
                .map(ScriptedConnector.Call::body)
                .filter(activity -> !activity.at("/attachments/0/content").isMissingNode())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The code of an anonymous receipt; in the transcript it stands for itself no longer, as it is another each time. */
    String code(JsonNode receipt) {
        Matcher found = CODE.matcher(receipt.toString());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Opens the case and acknowledges it by hand, as if with a card of somebody else; what is said to both. */
    String refused(String name, String reference) {
        said(who(name) + " tries to open " + reference + " and to acknowledge it", List.of());
        List<String> answers = Stream.of("case.open", "incident.acknowledge", "person.acknowledge")
                .map(verb -> someone(name).executes(verb, Map.of("incident", reference)))
                .flatMap(answer -> CardText.lines(answer).stream())
                .distinct()
                .toList();
        shown(name, answers);
        record();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    /** Opens the case in the personal chat and presses a button on it. */
    JsonNode pressesOnCase(String name, String button, String reference) {
        JsonNode card = someone(name).executes("case.open", Map.of("incident", reference));
        said(who(name) + " opens " + reference + " and presses [" + button + "]", List.of());
        JsonNode answer = someone(name).presses(button, card, Map.of(), "activity-1");
        shown(name, notices(answer));
        record();
        return answer;
    }

    private static JsonNode card(JsonNode activity) {
        JsonNode card = activity.at("/attachments/0/content");
        return card.isMissingNode() ? activity : card;
    }

    private static Map<String, String> inputs(Map<String, String> answers) {
        Map<String, String> inputs = new LinkedHashMap<>();
        answers.forEach((id, value) -> {
            if (value.matches(CardText.MOMENT)) {
                inputs.put("answer-" + id, "other");
                inputs.put("answer-" + id + "-date", value.substring(0, 10));
                inputs.put("answer-" + id + "-time", value.substring(11));
            } else {
                inputs.put("answer-" + id, value);
            }
        });
        return inputs;
    }

    private static List<String> filledIn(JsonNode card, Map<String, String> answers) {
        List<String> lines = new ArrayList<>();
        for (JsonNode input : CardText.inputs(card)) {
            String id = input.path("id").asString().replaceFirst("^answer-", "");
            if (answers.containsKey(id) && !answers.get(id).isEmpty() && !id.matches(".*-(date|time)")) {
                String asked = CardText.label(input);
                lines.add(asked + (asked.endsWith("?") ? " " : ": ") + CardText.given(input, answers.get(id)));
            }
        }
        return lines;
    }

    /**
     * A report on cards, from the first sentence to the receipt; the answers of each step in turn.
     *
     * @return its reference
     */
    @SafeVarargs
    final String reports(String name, String sentence, Map<String, String>... steps) {
        someone(name);
        forget();
        JsonNode card = says(name, sentence);
        for (Map<String, String> step : steps) {
            card = goesOn(name, card, step);
        }
        presses(name, "Send the report", card, Map.of());
        return latest();
    }

    /** The incident that most often is none. */
    String reportsPhishing(String happened, String noticed) {
        return reports(
                "Jo Bright",
                "I got a phishing email that says it is from our bank",
                Map.of("danger", "no", "what", "email", "where", "work-computer", "happened", happened),
                Map.of("where-now", "nothing", "personal-data", "no", "noticed", noticed),
                Map.of("system", "E-mail", "asset-tag", "not known"),
                Map.of("circumstances", "It asks me to sign in to stop a payment.", "contact", "01632 960778"));
    }

    /** On 12 May 2026; there was health information in them. */
    String reportsStolenPapers() {
        return reports(
                "Kit Arden",
                "The folder with my case notes was stolen on the bus",
                Map.of("danger", "no", "what", "case-file", "where", "The 14 bus", "happened", "2026-05-12 09:20"),
                Map.of("personal-data", "yes", "how", "stolen", "copy", "yes", "noticed", "2026-05-12 09:30"),
                Map.of(
                        "people", "few",
                        "categories", "health",
                        "where-now", "Not known",
                        "system", "Adult social care",
                        "asset-tag", "none"),
                Map.of(
                        "circumstances", "The bag with the folder was taken from the seat beside me.",
                        "crime-reference", "45/2222/26",
                        "contact", "01632 960779"));
    }

    String latest() {
        try (Stream<Incident> all = incidents.all()) {
            return all.map(Incident::reference)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    /** Presses a button of the alert card in the channel. */
    JsonNode atDesk(String name, String button, String reference) {
        Incident incident = incident(reference);
        var post = Objects.requireNonNull(incident.deskPost());
        JsonNode card = CONNECTOR.calls().stream()
                .filter(call -> call.text().contains(reference))
                .filter(call -> Stream.of(MAIN, LOW).anyMatch((call.path() + call.text())::contains))
                .map(call -> card(call.body().has("activity") ? call.body().path("activity") : call.body()))
                .reduce((first, second) -> second)
                .orElseThrow();
        String channel = post.conversation().contains(LOW) ? LOW : MAIN;
        said(who(name) + " presses [" + button + "] in the channel \"" + titled(channel) + "\"", List.of());
        JsonNode answer = someone(name)
                .presses(
                        button,
                        card,
                        Map.of(),
                        post.activity(),
                        Colleague.channel(channel),
                        UUID.randomUUID().toString());
        if (answer.isString()) {
            shown(name, CardText.lines(answer));
        }
        record();
        return answer;
    }

    /** Reads the whole case in the personal chat, all its pages. */
    String opens(String name, String reference) {
        said(who(name) + " opens " + reference, List.of());
        JsonNode page = someone(name).executes("case.open", Map.of("incident", reference));
        List<String> lines = new ArrayList<>(CardText.lines(page));
        for (int i = 1; page.toString().contains("\"about\":\"" + i + "\"") && i < 9; i++) {
            page = someone(name).executes("case.show", Map.of("incident", reference, "about", String.valueOf(i)));
            List<String> before = List.copyOf(lines);
            CardText.lines(page).stream().filter(line -> !before.contains(line)).forEach(lines::add);
        }
        List<String> read = lines.stream().filter(line -> !line.startsWith("[")).toList();
        shown(name, read);
        record();
        return String.join("\n", read);
    }

    /** Fills in the form of an act and sends it with what it proposes; answers are added to that. */
    void does(String name, String reference, String act, Map<String, String> answers) {
        assertThat(tries(name, reference, act, answers)).as(act).contains("Recorded.");
    }

    /** The same where it may be refused; what is said of it. */
    String tries(String name, String reference, String act, Map<String, String> answers) {
        String label = content.acts().find(act).orElseThrow().label();
        JsonNode form = someone(name).executes("case.act", Map.of("incident", reference, "what", act));
        Map<String, String> all = new LinkedHashMap<>();
        List<String> filledIn = List.of();
        JsonNode result = form;
        for (int i = 0; i < 2 && result.toString().contains("case.do"); i++) {
            for (JsonNode input : CardText.inputs(result)) {
                String value = input.path("value").asString("");
                String id = input.path("id").asString().replaceFirst("^answer-", "");
                if (!value.isEmpty()) {
                    all.putIfAbsent(id, value);
                }
            }
            all.putAll(answers);
            filledIn = filledIn(result, all);
            result = someone(name).presses(Colleague.button(label), result, inputs(all), "activity-1");
        }
        said(who(name) + " on " + reference + ": " + label, filledIn);
        List<String> said = result.isString() ? CardText.lines(result) : notices(result);
        shown(name, said);
        record();
        return String.join("\n", said);
    }

    /** What a card says of what was just done: what stands out on it in colour. */
    private static List<String> notices(JsonNode card) {
        Stream<JsonNode> coloured = card.findParents("color").stream()
                .filter(block -> Set.of("Good", "Attention", "Warning")
                        .contains(block.path("color").asString()))
                .map(block -> block.path("text"));
        Stream<JsonNode> set = card.findParents("style").stream()
                .filter(block -> block.path("style").asString().equals("emphasis"));
        return Stream.concat(coloured, set)
                .flatMap(block -> CardText.lines(block).stream())
                .distinct()
                .toList();
    }

    // ---- What is written down

    private void said(String what, List<String> lines) {
        transcript.at(now().atZone(LONDON));
        transcript.event(what, lines);
    }

    private void shown(String name, List<String> lines) {
        transcript.event("  " + name + " reads:", lines);
    }

    private String who(String name) {
        return Staff.isKnown(name) ? name + " (" + role(name) + ")" : name;
    }

    /** The role as people call it; "" for whoever has none. */
    private String role(String name) {
        return content.roles().roles().stream()
                .filter(role -> Staff.isKnown(name) && role.id().equals(Staff.role(name)))
                .map(Roles.Role::title)
                .collect(Collectors.joining());
    }

    /** Writes down what was sent since; the same to several people once, the channels first. */
    void record() {
        settle();
        List<ScriptedConnector.Call> calls = CONNECTOR.calls();
        List<ScriptedConnector.Call> fresh = calls.subList(seen, calls.size());
        Map<Integer, Map<String, List<String>>> heard = new TreeMap<>();
        fresh.forEach(call -> hear(call, heard));
        try {
            MimeMessage[] all = MAIL.getReceivedMessages();
            for (int i = letters; i < all.length; i++) {
                hear(all[i], heard);
            }
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
        forget();
        if (!heard.isEmpty()) {
            transcript.at(now().atZone(LONDON));
        }
        heard.values()
                .forEach(group -> group.entrySet().stream()
                        // what is told at one moment goes out side by side: the order in which it comes is nobody's
                        .sorted(Comparator.comparingInt(
                                        (Map.Entry<String, List<String>> entry) -> order(entry.getValue().stream()
                                                .min(Comparator.comparingInt(Council::order))
                                                .orElse("")))
                                .thenComparing(Map.Entry::getKey))
                        .forEach(entry -> write(entry.getKey(), entry.getValue())));
    }

    private void write(String told, List<String> to) {
        List<String> lines = told.lines().toList();
        List<String> ordered = to.stream()
                .sorted(Comparator.comparingInt(Council::order))
                .distinct()
                .map(this::who)
                .toList();
        transcript.event(lines.getFirst().formatted(String.join(", ", ordered)), lines.subList(1, lines.size()));
    }

    private static int order(String name) {
        int at = Staff.names().indexOf(name);
        return at < 0 ? -1 : at;
    }

    private void hear(ScriptedConnector.Call call, Map<Integer, Map<String, List<String>>> heard) {
        JsonNode body = call.body().has("activity") ? call.body().path("activity") : call.body();
        if (call.method().equals("GET") || body.path("type").asString("").equals("typing")) {
            return;
        }
        String channel = Stream.of(MAIN, LOW)
                .filter(one -> (call.path() + call.body().path("channelData")).contains(one))
                .findFirst()
                .orElse("");
        if (!channel.isEmpty()) {
            atChannel(channel, call, body, heard);
            return;
        }
        people.forEach((name, colleague) -> {
            if (call.method().equals("POST") && call.path().contains("/chat-of-" + colleague.id() + "/")) {
                List<String> lines = CardText.lines(body).stream()
                        .filter(line -> !line.equals(content.messages().text("person.why", role(name))))
                        .toList();
                add(heard, 1, "Beadle writes to %s:", lines, name);
            }
        });
    }

    private void atChannel(
            String channel, ScriptedConnector.Call call, JsonNode body, Map<Integer, Map<String, List<String>>> heard) {
        List<String> lines = CardText.lines(body);
        String reference = lines.stream()
                .filter(line -> line.matches("INC-\\d{4}-\\d{4}"))
                .findFirst()
                .orElse("");
        String title = "\"" + titled(channel) + "\"";
        if (call.method().equals("DELETE")) {
            add(heard, 0, "Beadle deletes its card in the channel " + title, List.of(), "");
        } else if (call.method().equals("PUT")) {
            List<String> before = shownAtDesk.getOrDefault(channel + reference, List.of());
            List<String> changed = Stream.concat(
                            before.stream()
                                    .filter(line -> lines.stream().noneMatch(shown -> isAlike(line, shown)))
                                    .map(line -> "no longer: " + line),
                            lines.stream()
                                    .filter(line -> !before.contains(line))
                                    .map(line -> "now: " + line))
                    .toList();
            if (!changed.isEmpty()) {
                add(heard, 0, "The card of " + reference + " in the channel " + title + " changes:", changed, "");
            }
        } else {
            add(heard, 0, "Beadle posts in the channel " + title + ":", lines, "");
        }
        shownAtDesk.put(channel + reference, lines);
    }

    /** The same, or the same again with another time. */
    private static boolean isAlike(String before, String now) {
        return before.equals(now) || before.regionMatches(0, now, 0, 15);
    }

    private static void hear(MimeMessage letter, Map<Integer, Map<String, List<String>>> heard)
            throws MessagingException {
        String address = letter.getAllRecipients()[0].toString();
        String to = Staff.names().stream()
                .filter(name -> Staff.email(name).equals(address))
                .findFirst()
                .orElse(address);
        List<String> lines = new ArrayList<>(List.of("Subject: " + letter.getSubject()));
        GreenMailUtil.getBody(letter)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        add(heard, 2, "Beadle sends an e-mail to %s:", lines, to);
    }

    private static void add(
            Map<Integer, Map<String, List<String>>> heard, int rank, String how, List<String> lines, String to) {
        String told = Stream.concat(Stream.of(how), lines.stream()).collect(Collectors.joining("\n"));
        heard.computeIfAbsent(rank, first -> new LinkedHashMap<>())
                .computeIfAbsent(told, first -> new ArrayList<>())
                .add(to);
    }

    private static String titled(String channel) {
        return channel.equals(LOW) ? "Low severity" : "Security desk";
    }

    void isApproved(String name) {
        transcript.isApproved(name);
        assertThat(transcript.toString()).as("no key or id of the machine").doesNotContain("aad-", "29:", "activity-");
    }
}
