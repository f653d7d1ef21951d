package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import io.beadle.teams.RefusedException.Reason;
import org.springframework.http.HttpHeaders;

/** Who may bring an activity: Teams, from the council's tenant; in local mode anybody on this machine but a web page. */
interface Gate {
    /** Returns if the activity may come in. May block for a round trip, when signing keys have to be fetched. */
    void check(HttpHeaders headers, Activity activity);

    static Gate local() {
        return (headers, activity) -> {
            // A page in a browser can post to loopback, and cannot help naming its origin.
            if (headers.getOrigin() != null || !Loopback.is(activity.getServiceUrl())) {
                throw new RefusedException(Reason.NOT_LOCAL);
            }
        };
    }

    static Gate teams(InboundTokens tokens, String tenant) {
        return (headers, activity) -> {
            tokens.check(headers.getFirst(HttpHeaders.AUTHORIZATION), activity);
            // The platform's keys vouch for its other channels too, and on some the client says who it is.
            if (!"msteams".equals(activity.getChannelId())) {
                throw new RefusedException(Reason.CHANNEL);
            }
            if (Activities.tenant(activity).filter(tenant::equalsIgnoreCase).isEmpty()) {
                throw new RefusedException(Reason.TENANT);
            }
        };
    }
}
