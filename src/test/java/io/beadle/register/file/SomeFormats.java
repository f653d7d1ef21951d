package io.beadle.register.file;

import io.beadle.register.Formats;

/** The formats, for tests of other packages. */
public final class SomeFormats {
    private SomeFormats() {}

    public static Formats office() {
        return new OfficeFiles();
    }
}
