package io.beadle.reader;

import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.ReplacedLaws;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The reader and the links to it, which share a key. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {
    @Bean
    Seal policyLinkSeal(ReaderSettings settings) {
        return new Seal(LinkKey.of(settings));
    }

    @Bean
    PolicyLinks policyLinks(ReaderSettings settings, PolicyRegister register, Seal seal, InstantSource clock) {
        return new ReaderLinks(settings, register, seal, clock);
    }

    @Bean
    ReaderEndpoint readerEndpoint(
            ReaderSettings settings,
            PolicyAssistant assistant,
            PolicyTexts texts,
            PolicyRegister register,
            ReplacedLaws laws,
            Seal seal,
            InstantSource clock,
            ZoneId zone) {
        PolicyPages pages = new PolicyPages(settings, assistant, texts, register, laws, seal, clock, zone);
        return new ReaderEndpoint(pages, settings.path());
    }

    @Bean
    RouterFunction<ServerResponse> readerRoutes(ReaderEndpoint endpoint) {
        return endpoint.routes();
    }
}
