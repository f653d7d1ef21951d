package io.beadle.teams;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What belongs together across services, as the W3C has it ("Trace Context", traceparent): the log lines of a turn or a delivery name
 * it, and so does what is asked of Teams for it. Ids are random and say nothing of anybody.
 *
 * @param id of all that belongs together: 32 hexadecimal digits
 * @param span of Beadle's part in it: 16 of them
 * @param flags as they came: whether somebody records it
 */
public record Trace(String id, String span, String flags) {
    /** The header by which it goes from one service to the next. */
    static final String HEADER = "traceparent";

    private static final String ID_KEY = "traceId";
    private static final String SPAN_KEY = "spanId";
    private static final String FLAGS_KEY = "traceFlags";

    /** A later version may have more behind it, after a hyphen; version ff is none, nor is an id of zeros an id. */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

    private static final int LONGEST = 200;

    /** Of something that begins here. */
    public static Trace begun() {
        return new Trace(hex(2), hex(1), "00");
    }

    /** Of something that was begun elsewhere; begun here where the header is missing or is none. */
    static Trace of(@Nullable String header) {
        Matcher parent = PARENT.matcher(header == null || header.length() > LONGEST ? "" : header.strip());
        return parent.matches() ? new Trace(parent.group(1), hex(1), parent.group(2)) : begun();
    }

    /** What this thread is doing, if it is part of a trace. */
    static Optional<Trace> current() {
        String id = MDC.get(ID_KEY);
        return id == null
                ? Optional.empty()
                : Optional.of(new Trace(id, String.valueOf(MDC.get(SPAN_KEY)), String.valueOf(MDC.get(FLAGS_KEY))));
    }

    /** The header for whoever is asked next. */
    String header() {
        return "00-" + id + "-" + span + "-" + flags;
    }

    /** Does it as part of this trace, whose ids stand in each line logged meanwhile. */
    public <T> T run(Supplier<T> work) {
        MDC.put(ID_KEY, id);
        MDC.put(SPAN_KEY, span);
        MDC.put(FLAGS_KEY, flags);
        try {
            return work.get();
        } finally {
            List.of(ID_KEY, SPAN_KEY, FLAGS_KEY).forEach(MDC::remove);
        }
    }

    /** The same, of what gives nothing back. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    private static String hex(int longs) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < longs; i++) {
            long bits = ThreadLocalRandom.current().nextLong();
            digits.append(HexFormat.of().toHexDigits(bits == 0 ? 1 : bits));
        }
        return digits.toString();
    }
}
