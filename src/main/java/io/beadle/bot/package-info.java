/** A turn: what is the person asking for, which feature answers, which card goes back. */
@ApplicationModule(
        allowedDependencies = {
            "content",
            "people",
            "knowledge",
            "incident",
            "card",
            "notification",
            "teams",
            "sweep",
            "register",
            "offer",
            "privacy",
            "mail",
            "selftest"
        })
@NullMarked
package io.beadle.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
