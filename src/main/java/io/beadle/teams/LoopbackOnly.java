package io.beadle.teams;

import java.net.InetAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.core.Ordered;

/** Binds to loopback in local mode, and refuses any other address; after Spring Boot has applied its own settings. */
class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory>, Ordered {
    private final TeamsSettings settings;
    private final ServerProperties server;

    LoopbackOnly(TeamsSettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void customize(ConfigurableReactiveWebServerFactory factory) {
        if (!settings.local()) {
            return;
        }
        InetAddress address = server.getAddress();
        if (address == null) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        } else if (!address.isLoopbackAddress()) {
            throw new LocalModeException(address);
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
