package io.beadle.reader;

import io.beadle.knowledge.Caution;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.ReplacedLaws;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceText;
import io.beadle.teams.OwnThreads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The reader alone, as a running server, on documents and a register that the test writes. Unless told else its clock stands. */
final class ReaderServer implements AutoCloseable, PolicyRegister {
    private static final Instant START = Instant.parse("2026-11-21T14:17:00Z");

    /** It keeps its connections, as browsers do. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A test fails rather than wait for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static final String TEAM_LEADER = "team-leader";

    private final Map<String, PolicyDocument> documents = new HashMap<>();
    private final Map<String, RegisteredPolicy> registered = new HashMap<>();
    private final Set<String> restricted = new HashSet<>();
    private final List<Caution.Superseded> replaced = new ArrayList<>();
    private final ConfigurableApplicationContext context;
    private Instant now = START;
    private int looks;

    /** Not a configuration by its annotations, so that no other test's scan finds it. */
    @EnableAutoConfiguration(exclude = MongoAutoConfiguration.class)
    @ComponentScan(basePackageClasses = ReaderConfiguration.class)
    @ConfigurationPropertiesScan(basePackageClasses = ReaderConfiguration.class)
    private static final class Modules {}

    ReaderServer(Path data, String... properties) {
        PolicyAssistant assistant = Mockito.mock(PolicyAssistant.class);
        Mockito.when(assistant.status()).thenAnswer(call -> status());
        context = new SpringApplicationBuilder(Modules.class)
                .initializers(fresh -> {
                    GenericApplicationContext beans = (GenericApplicationContext) fresh;
                    beans.registerBean(PolicyAssistant.class, () -> assistant);
                    beans.registerBean(PolicyTexts.class, () -> this::passages);
                    beans.registerBean(PolicyRegister.class, () -> this);
                    beans.registerBean(ReplacedLaws.class, () -> this::replacedIn);
                    beans.registerBean(InstantSource.class, () -> () -> now);
                    beans.registerBean(ZoneId.class, () -> ZoneId.of("Europe/London"));
                    beans.registerBean(ReactorResourceFactory.class, OwnThreads::factory);
                })
                .run(arguments(data, properties));
    }

    private static String[] arguments(Path data, String... properties) {
        return Stream.concat(
                        Stream.of("server.port=0", "management.server.port=-1", "beadle.data-dir=" + data),
                        Arrays.stream(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
    }

    /** Files a document, in place of one of the same name. */
    PolicyDocument file(String name, String text) {
        PolicyDocument document = PolicyDocument.read(SourceText.of(name, text));
        documents.put(name, document);
        return document;
    }

    void register(RegisteredPolicy policy) {
        registered.put(policy.document(), policy);
    }

    /** From now on every text with its name names something that is no more. */
    void replace(Caution.Superseded law) {
        replaced.add(law);
    }

    /** From now on only the team leader may read it. */
    void restrict(String document) {
        restricted.add(document);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** As it was at the start. */
    void reset() {
        documents.clear();
        registered.clear();
        restricted.clear();
        replaced.clear();
        now = START;
        looks = 0;
    }

    /** How often the index was asked. */
    int looks() {
        return looks;
    }

    PolicyLinks links() {
        return context.getBean(PolicyLinks.class);
    }

    HttpResponse<String> get(URI link) throws Exception {
        return get(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }

    HttpResponse<String> get(String pathAndQuery) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port() + pathAndQuery);
        return HTTP.send(HttpRequest.newBuilder(address).timeout(LONGEST).build(), BodyHandlers.ofString());
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private KnowledgeStatus status() {
        looks++;
        return new KnowledgeStatus(
                1,
                Instant.parse("2026-11-20T06:00:00Z"),
                documents.values().stream().map(PolicyDocument::policy).toList(),
                0,
                List.of(),
                false);
    }

    List<Passage> passages(String document) {
        return Optional.ofNullable(documents.get(document))
                .map(PolicyDocument::passages)
                .orElse(List.of());
    }

    private List<Caution.Superseded> replacedIn(String text) {
        return replaced.stream().filter(law -> text.contains(law.name())).toList();
    }

    @Override
    public List<RegisteredPolicy> policies() {
        return List.copyOf(registered.values());
    }

    @Override
    public Optional<RegisteredPolicy> ofDocument(String document) {
        return Optional.ofNullable(registered.get(document));
    }

    @Override
    public boolean mayRead(String document, @Nullable String asker) {
        return !restricted.contains(document) || TEAM_LEADER.equals(asker);
    }

    @Override
    public void close() {
        context.close();
    }
}
