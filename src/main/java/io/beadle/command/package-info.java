/** The command line: what Beadle does besides serving Teams. */
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "content",
            "people",
            "knowledge",
            "incident",
            "mongo",
            "privacy",
            "card",
            "notification",
            "teams",
            "bot",
            "bot::turn",
            "paper",
            "privacy",
            "reader",
            "register",
            "selftest"
        })
@NullMarked
package io.beadle.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
