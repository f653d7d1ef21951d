package io.beadle.content;

import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    @Bean
    Content content(ContentProperties properties) {
        return new ContentLoader(properties).load();
    }

    @Bean
    ReportTypes reportTypes(Content content) {
        return content.reportTypes();
    }

    @Bean
    Contacts contacts(Content content) {
        return content.contacts();
    }

    @Bean
    Duties duties(Content content) {
        return content.duties();
    }

    @Bean
    DeskActs deskActs(Content content) {
        return content.acts();
    }

    @Bean
    Routes routes(Content content) {
        return content.routes();
    }

    @Bean
    Roles roles(Content content) {
        return content.roles();
    }

    @Bean
    Assets assets(Content content) {
        return content.assets();
    }

    @Bean
    ImpactMatrix impactMatrix(Content content) {
        return content.matrix();
    }

    @Bean
    Retention retention(Content content) {
        return content.retention();
    }

    @Bean
    WorkingHours workingHours(Duties duties, ZoneId zone) {
        return new WorkingHours(duties.workingHours(), zone);
    }

    @Bean
    Messages messages(Content content) {
        return content.messages();
    }

    @Bean
    CardTemplates cardTemplates(Content content) {
        return content.cards();
    }

    @Bean
    Glossary glossary(Content content) {
        return content.glossary();
    }

    @Bean
    RegisterFile registerFile(Content content) {
        return content.register();
    }

    @Bean
    SupersededLaws supersededLaws(Content content) {
        return content.superseded();
    }
}
