package io.beadle.command;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a part of Beadle for the length of a command: no server, no store, and little in the log. */
final class WithoutServer {
    private WithoutServer() {}

    static ConfigurableApplicationContext start(Class<?> part, String... properties) {
        return new SpringApplicationBuilder(part)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn"))
                .run(properties);
    }
}
