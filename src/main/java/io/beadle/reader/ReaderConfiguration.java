package io.beadle.reader;

import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.RegisteredPolicy;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The reader and the links to it, which share a key. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {
    /** Where nobody keeps a register. */
    private static final PolicyRegister NO_REGISTER = new PolicyRegister() {
        @Override
        public List<RegisteredPolicy> policies() {
            return List.of();
        }

        @Override
        public Optional<RegisteredPolicy> ofDocument(String document) {
            return Optional.empty();
        }

        @Override
        public boolean mayRead(String document, @Nullable String asker) {
            return true;
        }
    };

    @Bean
    Seal policyLinkSeal(ReaderSettings settings) {
        return new Seal(LinkKey.of(settings));
    }

    @Bean
    PolicyLinks policyLinks(
            ReaderSettings settings, ObjectProvider<PolicyRegister> register, Seal seal, InstantSource clock) {
        return new ReaderLinks(settings, register.getIfAvailable(() -> NO_REGISTER), seal, clock);
    }

    @Bean
    ReaderEndpoint readerEndpoint(
            ReaderSettings settings,
            PolicyAssistant assistant,
            PolicyTexts texts,
            ObjectProvider<PolicyRegister> register,
            Seal seal,
            InstantSource clock,
            ZoneId zone) {
        PolicyPages pages = new PolicyPages(
                settings, assistant, texts, register.getIfAvailable(() -> NO_REGISTER), seal, clock, zone);
        return new ReaderEndpoint(pages, settings.path());
    }

    @Bean
    RouterFunction<ServerResponse> readerRoutes(ReaderEndpoint endpoint) {
        return endpoint.routes();
    }
}
