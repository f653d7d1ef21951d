package io.beadle.bench;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where a server takes activities.
 *
 * @param token what each is shown with; empty for none, since the peers take a token for one that is to be checked
 */
record Endpoint(URI uri, Supplier<String> token) {
    static Endpoint unchecked(URI uri) {
        return new Endpoint(uri, () -> "");
    }
}
