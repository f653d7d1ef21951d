package io.beadle.configuration;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Finds every mistake in the properties, where a start would stop at the first: names that nobody reads, values that are none, and what
 * the settings themselves refuse. Of these, each is found once those before it are set aside.
 */
public final class ConfigurationCheck {
    private static final String BEADLE = "io.beadle";
    private static final int MOST_OF_ONE_RECORD = 10;

    /** Of the launcher, and of the tests; neither is read as a property. */
    private static final Pattern OTHERS = Pattern.compile("beadle\\.(java|test)\\..*");

    private static final Pattern NAMED = Pattern.compile("beadle(\\.[a-z][a-z0-9-]*)+");

    private static final Map<Class<?>, String> KINDS = Map.of(
            Duration.class, "no length of time",
            DataSize.class, "no size",
            ZoneId.class, "no time zone",
            LocalDate.class, "no day (year-month-day)",
            int.class, "no number",
            long.class, "no number",
            boolean.class, "neither true nor false");

    private final ConfigurableEnvironment environment;
    private final KnownProperties known = new KnownProperties();
    private final Map<String, ConfigurationProblem> problems = new LinkedHashMap<>();

    private ConfigurationCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** All there are, for all settings of Beadle. */
    public static List<ConfigurationProblem> problems(ConfigurableEnvironment environment) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return problems(
                environment,
                scan.findCandidateComponents(BEADLE).stream()
                        .<Class<?>>map(
                                found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                        .toList());
    }

    static List<ConfigurationProblem> problems(ConfigurableEnvironment environment, Collection<Class<?>> settings) {
        ConfigurationCheck check = new ConfigurationCheck(environment);
        check.unknown();
        settings.forEach(check::bind);
        check.together();
        return List.copyOf(check.problems.values());
    }

    private void unknown() {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            boolean loose = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .map(ConfigurationPropertyName::toString)
                        .filter(name -> name.startsWith("beadle."))
                        .filter(name -> !OTHERS.matcher(name).matches() && !known.has(name, loose))
                        .forEach(this::unknown);
            }
        }
    }

    private void unknown(String name) {
        String meant =
                known.meant(name).map(one -> "did you mean " + one + "?").orElse("the README lists those there are");
        add(new ConfigurationProblem(name, "nothing reads it: " + meant, null));
    }

    /** What does not go together across settings; each by itself is right. */
    private void together() {
        String host = environment.getProperty("spring.mail.host", "");
        if (!host.isBlank()
                && !host.equals("false")
                && environment.getProperty("beadle.mail.from", "").isBlank()) {
            addMissing("beadle.mail.from", "is missing, though spring.mail.host is set");
        }
        boolean registered = !environment.getProperty("beadle.teams.app-id", "").isBlank();
        if (registered
                && environment.getProperty("beadle.privacy.key-file", "").isBlank()
                && environment.getProperty("beadle.privacy.keys", "").isBlank()) {
            addMissing(
                    "beadle.privacy.key-file",
                    "is missing, and with beadle.teams.app-id what is stored is encrypted: \"beadle keys make FILE\" makes"
                            + " one");
        }
        boolean database = environment.containsProperty("spring.mongodb.uri")
                || environment.containsProperty("spring.mongodb.host");
        if (registered
                && !database
                && !environment.getProperty("beadle.store.accept-embedded", "").equals("true")) {
            add(new ConfigurationProblem(
                    "spring.mongodb.uri",
                    "is missing, and with beadle.teams.app-id the embedded store is refused unless"
                            + " beadle.store.accept-embedded=true",
                    "mongodb://db1.example.gov.uk,db2.example.gov.uk/beadle?replicaSet=rs0&tls=true"));
        }
    }

    private void addMissing(String name, String problem) {
        add(new ConfigurationProblem(name, problem, known.example(name)));
    }

    private void add(ConfigurationProblem problem) {
        problems.putIfAbsent(problem.property(), problem);
    }

    private void bind(Class<?> settings) {
        ConfigurationProperties annotation = settings.getAnnotation(ConfigurationProperties.class);
        if (annotation == null) {
            return;
        }
        String prefix = annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
        Set<String> aside = new HashSet<>();
        for (int i = 0; i < MOST_OF_ONE_RECORD; i++) {
            Values values = new Values();
            String refused = refused(settings, prefix, aside, values);
            if (refused == null) {
                return;
            }
            String name = named(refused, prefix);
            boolean first = aside.isEmpty() && !values.isRefused;
            // what is refused only because something was set aside is no mistake of its own
            if (!first && aside.stream().anyMatch(refused::contains)) {
                return;
            }
            add(new ConfigurationProblem(name, refused, known.example(name)));
            if (!environment.containsProperty(name) || !aside.add(name)) {
                return;
            }
        }
    }

    /** Why these settings are refused as a whole; null where they are not. */
    private @Nullable String refused(Class<?> settings, String prefix, Set<String> aside, Values values) {
        List<ConfigurationPropertySource> sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.filter(name -> !aside.contains(name.toString())))
                .toList();
        Binder binder = new Binder(sources, new PropertySourcesPlaceholdersResolver(environment));
        try {
            binder.bindOrCreate(prefix, Bindable.of(settings), values);
            return null;
        } catch (BindException e) {
            return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    private static String named(String sentence, String prefix) {
        Matcher name = NAMED.matcher(sentence);
        return name.find() ? name.group() : prefix;
    }

    /** Notes each value that is none, and goes on without it. */
    private final class Values implements BindHandler {
        private boolean isRefused;

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
                throws Exception {
            Class<?> type = target.getType().resolve(Object.class);
            Object value = context.getConfigurationProperty() == null
                    ? null
                    : context.getConfigurationProperty().getValue();
            if (value == null || type.isRecord()) {
                throw error;
            }
            isRefused = true;
            add(new ConfigurationProblem(
                    name.toString(), problem(name.toString(), target, type, value), known.example(name.toString())));
            return null;
        }

        private String problem(String name, Bindable<?> target, Class<?> type, Object value) {
            String shown = KnownProperties.isSecret(name) ? "its value (which is not shown)" : "\"" + value + "\"";
            Class<?> choices =
                    type.isEnum() ? type : target.getType().getGeneric(0).resolve(Object.class);
            if (choices.isEnum()) {
                return shown + " is none of "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "));
            }
            return shown + " is " + KINDS.getOrDefault(type, "not what belongs there");
        }
    }
}
