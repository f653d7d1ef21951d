package io.beadle.teams;

import com.microsoft.bot.schema.Activity;
import io.beadle.teams.RefusedException.Reason;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** Who may bring an activity: Teams, from a tenant that may; in local mode anybody on this machine but a web page. */
interface Gate {
    /** Looks at the headers alone, before anything is made of the body. May block for a round trip, to fetch signing keys. */
    Pass admit(HttpHeaders headers);

    /** What a caller may bring who got past the headers. */
    @FunctionalInterface
    interface Pass {
        /** Returns if the activity may come in. */
        void check(Activity activity);
    }

    static Gate local() {
        return headers -> {
            // A page in a browser can post to loopback, and cannot help naming its origin.
            if (headers.getOrigin() != null) {
                throw new RefusedException(Reason.NOT_LOCAL);
            }
            return activity -> {
                if (!Loopback.is(activity.getServiceUrl())) {
                    throw new RefusedException(Reason.NOT_LOCAL);
                }
            };
        };
    }

    /**
     * Teams alone.
     *
     * @param tenants the ids of those whose activities may come in
     */
    static Gate teams(InboundTokens tokens, Set<String> tenants) {
        Set<String> allowed =
                tenants.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return headers -> {
            InboundTokens.Vouched vouched = tokens.check(headers.getFirst(HttpHeaders.AUTHORIZATION));
            return activity -> {
                vouched.check(activity);
                // The platform's keys vouch for its other channels too, and on some the client says who it is.
                if (!"msteams".equals(activity.getChannelId())) {
                    throw new RefusedException(Reason.CHANNEL);
                }
                Set<String> named = Activities.tenants(activity);
                if (named.isEmpty() || !named.stream().allMatch(id -> allowed.contains(id.toLowerCase(Locale.ROOT)))) {
                    throw new RefusedException(Reason.TENANT);
                }
            };
        };
    }
}
