/** Delivers what waits in the outbox of incidents and the one of all else, and knows the desk it goes to. */
@ApplicationModule(
        allowedDependencies = {
            "content",
            "people",
            "knowledge",
            "incident",
            "card",
            "teams",
            "mail",
            "privacy",
            "sweep",
            "selftest"
        })
@NullMarked
package io.beadle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
