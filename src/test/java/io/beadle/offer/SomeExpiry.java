package io.beadle.offer;

import io.beadle.sweep.Sweep;

/** The sweep of files that nobody took, for tests of other packages. */
public final class SomeExpiry {
    private SomeExpiry() {}

    public static Sweep of(OfferedFiles files) {
        return new OfferExpiry(files);
    }
}
