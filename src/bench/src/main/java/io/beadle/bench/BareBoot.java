package io.beadle.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A WebFlux application of Spring Boot that does nothing: what Beadle's start is measured beside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareBoot {
    /** Serves at a port, where it has nothing to show. */
    public static void main(String[] args) {
        SpringApplication.run(BareBoot.class, "--server.address=127.0.0.1", "--server.port=" + args[0]);
    }
}
