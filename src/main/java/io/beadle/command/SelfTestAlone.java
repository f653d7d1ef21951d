package io.beadle.command;

import io.beadle.knowledge.StoredIndex;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import io.beadle.selftest.SelfTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * What tests itself, while no Beadle runs: nothing is told, no clock runs and nobody is listened to. It carries no stereotype, for the
 * reason {@link KnowledgeAlone} has none.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.beadle.card",
            "io.beadle.content",
            "io.beadle.incident",
            "io.beadle.knowledge.document",
            "io.beadle.mail",
            "io.beadle.mongo",
            "io.beadle.notification",
            "io.beadle.people",
            "io.beadle.privacy",
            "io.beadle.register",
            "io.beadle.selftest",
            "io.beadle.teams",
        },
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SmartLifecycle.class))
@ComponentScan(
        basePackages = "io.beadle.knowledge.index",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StoredIndex.class))
@ConfigurationPropertiesScan("io.beadle")
class SelfTestAlone {
    static ConfigurableApplicationContext start(String... properties) {
        String[] all = Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = "--spring.main.lazy-initialization=true";
        return WithoutServer.start(SelfTestAlone.class, all);
    }

    /** What runs at a start is not run: a test issues no one-time code. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutRunners() {
        return registry -> {
            for (String name :
                    ((ListableBeanFactory) registry).getBeanNamesForType(ApplicationRunner.class, true, false)) {
                registry.removeBeanDefinition(name);
            }
        };
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ZoneId zone(Environment environment) {
        return environment.getProperty("beadle.time-zone", ZoneId.class, ZoneId.of("Europe/London"));
    }

    /** Of the parts that there are: while the database is away, those that stand on it cannot even be made. */
    @Bean
    @Primary
    SelfTest ofWhatThereIs(ListableBeanFactory beans, InstantSource clock) {
        List<SelfCheck> checks = Arrays.stream(beans.getBeanNamesForType(SelfCheck.class))
                .map(name -> check(beans, name))
                .toList();
        return new SelfTest(checks, clock);
    }

    private static SelfCheck check(ListableBeanFactory beans, String name) {
        try {
            return beans.getBean(name, SelfCheck.class);
        } catch (BeansException e) {
            String about = "selftest." + name.replace("Check", "");
            String cause = e.getMostSpecificCause().getClass().getSimpleName();
            Finding found = about.equals("selftest.store")
                    ? Finding.failed(about, "selftest.store.none", cause)
                    : Finding.warning(about, "selftest.untested");
            return check(about, () -> List.of(found));
        }
    }

    private static SelfCheck check(String about, Supplier<List<Finding>> look) {
        return new SelfCheck() {
            @Override
            public String about() {
                return about;
            }

            @Override
            public List<Finding> look(Instant now) {
                return look.get();
            }
        };
    }

    /** In place of the one that asks what answers questions: that is not there. */
    @Bean
    SelfCheck storedIndex(StoredIndex index) {
        return check("selftest.index", () -> {
            Optional<StoredIndex.Summary> newest = index.newest();
            if (newest.isEmpty()) {
                return List.of(Finding.warning("selftest.index", "selftest.index.unmade"));
            }
            return List.of(
                    newest.get().current()
                            ? Finding.ok(
                                    "selftest.index",
                                    "selftest.index.fresh",
                                    newest.get().documents())
                            : Finding.warning("selftest.index", "selftest.index.old"));
        });
    }
}
