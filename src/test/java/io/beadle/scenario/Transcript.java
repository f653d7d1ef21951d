package io.beadle.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A story as somebody reads it who was not there: when, who, what. It is compared with the one that was approved; after a wanted
 * change run with {@code -Dscenarios.approve=true} and read what changed.
 */
final class Transcript {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);
    private static final Path RECEIVED = Path.of("target/scenarios");
    private static final int WIDTH = 118;
    /** Another one each time. */
    private static final Pattern CODE = Pattern.compile("([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}");

    private static final String URGENT = "Urgent? Ring";
    private static final String KNOWN = "What is known";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> before = new HashSet<>();
    private String time = "";

    Transcript(String title) {
        text.append(title).append('\n').append("=".repeat(title.length())).append('\n');
    }

    /** A word to the reader. */
    void tell(String words) {
        text.append('\n');
        wrapped("", "", words);
    }

    void at(ZonedDateTime now) {
        String then = WHEN.format(now);
        if (!then.equals(time)) {
            time = then;
            text.append("\n")
                    .append(then)
                    .append('\n')
                    .append("-".repeat(then.length()))
                    .append('\n');
        }
    }

    void event(String what, List<String> shown) {
        text.append('\n');
        wrapped("", "    ", what);
        shortened(shown).forEach(line -> wrapped("    | ", "    |   ", line));
    }

    /** Without what stands on every card: how to ring, and what is known, where that is the same as before. */
    private List<String> shortened(List<String> shown) {
        List<String> lines = shown.stream()
                .filter(line -> !line.startsWith(URGENT) || before.add(URGENT))
                .toList();
        int from = lines.indexOf(KNOWN);
        if (from < 0) {
            return lines;
        }
        int to = from;
        while (to < lines.size() && !lines.get(to).startsWith("[")) {
            to++;
        }
        if (before.add(String.join("\n", lines.subList(from, to)))) {
            return lines;
        }
        return Stream.of(
                        lines.subList(0, from).stream(),
                        Stream.of(KNOWN + ": as above"),
                        lines.subList(to, lines.size()).stream())
                .flatMap(part -> part)
                .toList();
    }

    private void wrapped(String first, String others, String written) {
        String words = CODE.matcher(written).replaceAll("(the code)");
        StringBuilder line = new StringBuilder(first);
        int begun = line.length();
        for (String word : words.split(" ", -1)) {
            if (line.length() > begun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(others);
                begun = line.length();
            }
            line.append(line.length() > begun ? " " : "").append(word);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** Written down as far as it went. */
    Path received(String name) throws IOException {
        Path received = Files.createDirectories(RECEIVED).resolve(name + ".received.txt");
        Files.writeString(received, text);
        return received;
    }

    void isApproved(String name) {
        Path approved = Path.of("src/test/resources/scenarios", name + ".approved.txt");
        try {
            Path received = received(name);
            if (Boolean.getBoolean("scenarios.approve")) {
                Files.createDirectories(approved.getParent());
                Files.copy(received, approved, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(approved).as("nobody has approved %s yet", received).exists();
            assertThat(Files.readString(approved))
                    .as("the story differs from the one approved: see %s", received)
                    .isEqualTo(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
