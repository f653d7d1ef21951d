package io.beadle.teams;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What depends on whether Beadle is registered with Teams or runs in local mode, and what has a life of its own. */
@Configuration(proxyBeanMethods = false)
class TeamsConfiguration {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /** Two of them, a post and its update, end well within the outbox's lease of two minutes. */
    private static final Duration CALL_WITHIN = Duration.ofSeconds(45);

    @Bean
    static LoopbackOnly loopbackOnly(TeamsSettings settings, ServerProperties server) {
        return new LoopbackOnly(settings, server);
    }

    @Bean
    Gate gate(TeamsSettings settings, InstantSource clock) {
        if (settings.appId() == null) {
            return Gate.local();
        }
        SigningKeys keys = new SigningKeys(settings.openidMetadataUrl());
        return Gate.teams(
                new InboundTokens(settings.appId(), keys, clock), Objects.requireNonNull(settings.tenantId()));
    }

    @Bean
    Credentials credentials(TeamsSettings settings, InstantSource clock) {
        if (settings.appId() == null) {
            return within -> null;
        }
        return settings.managedIdentity()
                ? MsalCredentials.ofManagedIdentity(settings.appId(), null)
                : new RotatingCredentials(settings, clock);
    }

    @Bean
    Connector connector(TeamsSettings settings, Credentials credentials, InstantSource clock) {
        return new Connector(credentials, settings.local(), RetryRules.standard(clock), ANSWER_WITHIN, CALL_WITHIN);
    }

    @Bean
    TeamsDownloads downloads(TeamsSettings settings, Credentials credentials) {
        return new TeamsDownloads(credentials, settings.local(), InetAddress::getAllByName);
    }

    @Bean
    TeamsUploads uploads(TeamsSettings settings) {
        return new TeamsUploads(settings.local(), InetAddress::getAllByName);
    }

    @Bean
    MessagesEndpoint messagesEndpoint(Turns turns, TurnLimit limit, TurnMeters meters) {
        return new MessagesEndpoint(turns, limit, meters);
    }

    @Bean
    RouterFunction<ServerResponse> messagesRoute(MessagesEndpoint endpoint) {
        return endpoint.routes();
    }
}
