package io.beadle.teams;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which addresses are those of the places where Teams keeps files. */
record FileHosts(boolean loopbackOnly, List<String> domains) {
    private static final int HTTPS = 443;

    /** The address, if files may be there. */
    Optional<URI> allowed(String url) {
        try {
            URI uri = new URI(url);
            boolean allowed = uri.getRawUserInfo() == null && (loopbackOnly ? Loopback.is(uri) : isOfDomain(uri));
            return allowed ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOfDomain(URI uri) {
        @Nullable String given = uri.getHost();
        if (!"https".equals(uri.getScheme()) || given == null || (uri.getPort() >= 0 && uri.getPort() != HTTPS)) {
            return false;
        }
        String host = given.toLowerCase(Locale.ROOT);
        return domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
