package io.beadle;

import java.util.Locale;
import java.util.UUID;

/** Words that stand nowhere else, to be put into whatever somebody may fill in, and looked for afterwards. */
public final class Markers {
    /** What people type and are called, what their files, chats and channels are called, and what they make up. */
    public static final String WORD = "Zymurgical" + unique();

    /** In the ids of people and conversations, and of activities: these may be logged, and stand nowhere else. */
    public static final String ID = "Idwhistle" + unique();

    /** In what a store or Teams says when something fails. */
    public static final String QUOTED = "Quoddity" + unique();

    private Markers() {}

    /** Letters alone: what is made of them in any case, or between other characters, is still found. */
    private static String unique() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    public static boolean isIn(String text, String marker) {
        return text.toLowerCase(Locale.ROOT).contains(marker.toLowerCase(Locale.ROOT));
    }
}
