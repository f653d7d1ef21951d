package io.beadle.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Lets nothing be made while the configuration has mistakes: it looks once all settings are known, before the first is bound. */
@Component
class ConfigurationGuard implements BeanFactoryPostProcessor, PriorityOrdered {
    /** As Spring Boot names settings: by their prefix and their class. */
    private static final String SETTINGS = "beadle.*-io\\.beadle\\..+";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<Class<?>> settings = new ArrayList<>();
        Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> name.matches(SETTINGS))
                .forEach(name -> settings.add(ClassUtils.resolveClassName(
                        name.substring(name.indexOf("-io.beadle.") + 1), beans.getBeanClassLoader())));
        List<ConfigurationProblem> problems =
                ConfigurationCheck.problems(beans.getBean(ConfigurableEnvironment.class), settings);
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
