package io.beadle.teams;

import com.microsoft.bot.schema.Activity;

/** Whatever bytes come in the place of an activity: they are one, or none, and what is read of one never fails. */
public final class ActivityFuzz {
    private ActivityFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        ActivityJson.read(body).ifPresent(ActivityFuzz::use);
    }

    private static void use(Activity activity) {
        Activities.address(activity);
        Activities.tenants(activity);
        Activities.files(activity);
        Activities.consent(activity);
        ActivityJson.write(activity);
    }
}
