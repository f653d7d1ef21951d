package io.beadle.content;

/** What is bundled, read once for all tests: it never changes. */
public final class BundledContent {
    public static final Content CONTENT = new ContentLoader(new ContentProperties(null, null, null)).load();

    private BundledContent() {}
}
