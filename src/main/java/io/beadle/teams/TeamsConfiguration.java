package io.beadle.teams;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyPipeline;

/** What depends on whether Beadle is registered with Teams or runs in local mode, and what has a life of its own. */
@Configuration(proxyBeanMethods = false)
class TeamsConfiguration {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /** Two of them, a post and its update, end well within the outbox's lease of two minutes. */
    private static final Duration CALL_WITHIN = Duration.ofSeconds(20);

    @Bean
    static LoopbackOnly loopbackOnly(TeamsSettings settings, ServerProperties server) {
        return new LoopbackOnly(settings, server);
    }

    @Bean
    NettyServerCustomizer headersInTime() {
        return headersWithin(HeadersInTime.FIRST, HeadersInTime.NEXT);
    }

    static NettyServerCustomizer headersWithin(Duration first, Duration next) {
        return server -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "beadle.headersInTime", new HeadersInTime(first, next)));
    }

    @Bean
    Gate gate(TeamsSettings settings, CloudSettings cloud, InstantSource clock) {
        if (settings.appId() == null) {
            return Gate.local();
        }
        SigningKeys keys = new SigningKeys(settings.openidMetadataUrl());
        return Gate.teams(
                new InboundTokens(settings.appId(), cloud.issuer(), keys, clock),
                cloud.tenants(Objects.requireNonNull(settings.tenantId())));
    }

    @Bean
    Credentials credentials(TeamsSettings settings, CloudSettings cloud, InstantSource clock) {
        if (settings.appId() == null) {
            return within -> null;
        }
        return settings.managedIdentity()
                ? MsalCredentials.ofManagedIdentity(settings.appId(), cloud, new IdentityEndpoint())
                : new RotatingCredentials(settings, cloud, clock);
    }

    @Bean
    Throttles throttles() {
        return new Throttles();
    }

    @Bean
    Connector connector(TeamsSettings settings, Credentials credentials, Throttles throttles, InstantSource clock) {
        return new Connector(
                credentials, settings.local(), RetryRules.standard(clock), throttles, ANSWER_WITHIN, CALL_WITHIN);
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
    MessagesEndpoint messagesEndpoint(Turns turns, TurnLimit limit, Refusals refusals, TurnMeters meters) {
        return new MessagesEndpoint(turns, limit, refusals, meters, Schedulers.parallel());
    }

    @Bean
    RouterFunction<ServerResponse> messagesRoute(MessagesEndpoint endpoint) {
        return endpoint.routes();
    }
}
