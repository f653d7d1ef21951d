package io.beadle.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class ConfigurationCheckTests {
    private static final String SECRET = "Zanzibar-Heliotrope";

    private final Map<String, Object> given = new HashMap<>();

    @Test
    void nothingIsWrongWithNothing() {
        assertThat(lines()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnceEachWithARightExample() {
        given.put("beadle.knowlege.sources", "/srv/policies");
        given.put("beadle.time-zone", "Europe/Londn");
        given.put("beadle.evidence.most-size", "lots");
        given.put("beadle.evidence.most-time", "an hour");
        given.put("beadle.evidence.types", "JPEG, WORD");
        given.put("beadle.desk.most-members", "1");
        given.put("beadle.offers.hosts", "https://x");
        given.put("beadle.offers.most-time", "1h");
        given.put("beadle.llm.daily-tokens", "many");
        given.put("spring.mail.host", "mail.example.gov.uk");

        assertThat(lines())
                .hasSize(10)
                .contains("beadle.knowlege.sources: nothing reads it: did you mean beadle.knowledge.sources?")
                .contains("beadle.time-zone: \"Europe/Londn\" is no time zone; right is, for example:"
                        + " beadle.time-zone=Europe/London")
                .contains("beadle.evidence.most-size: \"lots\" is no size; right is, for example:"
                        + " beadle.evidence.most-size=25MB")
                .contains("beadle.mail.from: is missing, though spring.mail.host is set; right is, for example:"
                        + " beadle.mail.from=beadle@example.gov.uk")
                .anyMatch(line -> line.startsWith("beadle.evidence.types") && line.contains("is none of JPEG, PNG"))
                .anyMatch(line -> line.startsWith("beadle.desk.most-members must be 2 or more"))
                .anyMatch(line -> line.startsWith("beadle.offers.hosts are domains"))
                .anyMatch(line -> line.startsWith("beadle.offers.most-time must be from 100ms to 5m"))
                .anyMatch(line -> line.startsWith("beadle.llm.daily-tokens: \"many\" is no number"));
    }

    @Test
    void aSecretIsNeverShown() {
        given.put("beadle.teams.app-id", "app");
        given.put("beadle.teams.client-secret", SECRET);
        given.put("beadle.handover.webhook", "https://cases.example.gov.uk");
        given.put("beadle.handover.secret", SECRET);
        given.put("beadle.policies.key", SECRET);
        given.put("beadle.teams.client-sekret", SECRET);
        given.put("beadle.teams.client-secret-expires", "next year");

        assertThat(lines())
                .anyMatch(line -> line.startsWith("beadle.teams.tenant-id is missing"))
                .anyMatch(line -> line.startsWith("beadle.handover.secret must have at least 32"))
                .anyMatch(line -> line.startsWith("beadle.policies.key is too short"))
                .anyMatch(line -> line.contains("did you mean beadle.teams.client-secret?"))
                .anyMatch(line -> line.contains("\"next year\" is no day"))
                .anyMatch(line -> line.startsWith("spring.mongodb.uri: is missing"))
                .anyMatch(line -> line.startsWith("beadle.privacy.key-file: is missing"))
                .noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "BEADLE_TEAMS_APP_ID, 0",
        "BEADLE_TEAMS_APPID, 0",
        "BEADLE_JAVA_OPTS, 0",
        "BEADLE_ADMINS_0, 0",
        "BEADLE_TEAMS_APP_IDD, 1",
        "BEADLE_TAEMS_TENANT_ID, 1",
    })
    void namesInTheEnvironmentAreReadAsSpringReadsThem(String name, long unknown) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "x")));
        assertThat(ConfigurationCheck.problems(environment, List.of()).stream()
                        .filter(problem -> problem.problem().contains("nothing reads it"))
                        .count())
                .isEqualTo(unknown);
    }

    @Test
    void aStartIsRefusedWithThePage() {
        given.put("beadle.knowlege.sources", "x");
        given.put("beadle.aaaaaaaaaaaaaaaaaa", "y");
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("environment", environment());

        assertThatThrownBy(() -> new ConfigurationGuard().postProcessBeanFactory(beans))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        e -> assertThat(new InvalidConfigurationFailureAnalyzer()
                                        .analyze(e, e)
                                        .getDescription())
                                .contains("The configuration has 2 to correct:", "did you mean", "the README lists"));
    }

    /** A property that is in a record and not in the list could be set, and would be refused as unknown. */
    @Test
    void theExamplesAreOfExactlyThePropertiesThatTheRecordsHave() throws IOException {
        Set<String> known = new TreeSet<>();
        java.util.Properties examples = new java.util.Properties();
        try (var file = ConfigurationCheck.class.getResourceAsStream("examples.properties")) {
            examples.load(file);
        }
        examples.keySet().forEach(name -> known.add(name.toString()));

        Set<String> read = new TreeSet<>();
        records()
                .forEach(type ->
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type, read));
        assertThat(known).isEqualTo(read);
    }

    @Test
    void theExamplesAreRightAndTheReadmeHasARowOfEach() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("## Configuration"), readme.indexOf("**Local mode**"));
        Set<String> rows = Pattern.compile("`(beadle)?(\\.[a-z.-]+)`")
                .matcher(table)
                .results()
                .map(row -> row.group(2))
                .collect(Collectors.toSet());
        java.util.Properties examples = new java.util.Properties();
        try (var file = ConfigurationCheck.class.getResourceAsStream("examples.properties")) {
            examples.load(file);
        }
        assertThat(examples.keySet())
                .map(Object::toString)
                .filteredOn(name -> !name.equals("beadle.knowledge.index-dir")) // within data-dir, where it belongs
                .allMatch(name -> rows.stream().anyMatch(name::endsWith), "has a row");

        // those that are not (described), and do not exclude each other
        examples.forEach((name, example) -> {
            if (!example.toString().startsWith("(")
                    && !name.toString().startsWith("beadle.teams.")
                    && !name.toString().startsWith("beadle.handover.")) {
                given.put(name.toString(), example);
            }
        });
        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return ConfigurationCheck.problems(environment()).stream()
                .map(ConfigurationProblem::toString)
                .toList();
    }

    private ConfigurableEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        return environment;
    }

    private static List<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("io.beadle").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(Class::isRecord)
                .toList();
    }

    private static void names(String prefix, Class<?> type, Set<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            Name named = annotated(type, component.getName());
            String name = prefix + "."
                    + (named == null ? DataObjectPropertyName.toDashedForm(component.getName()) : named.value());
            if (component.getType().isRecord()) {
                names(name, component.getType(), into);
            } else {
                into.add(name);
            }
        }
    }

    private static @Nullable Name annotated(Class<?> type, String component) {
        try {
            return type.getDeclaredField(component).getAnnotation(Name.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
