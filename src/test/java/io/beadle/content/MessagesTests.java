package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Passage;
import io.beadle.incident.Severity;
import io.beadle.incident.Statement;
import io.beadle.privacy.Break;
import io.beadle.register.Item;
import io.beadle.register.Opening;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {
    private static final Set<String> BUNDLED = bundled();
    private static final String SOURCES = sources();
    private static final Set<String> FAMILIES = families();

    @Test
    void whatIsFilledInIsNotReadAgain() {
        Messages messages = new Messages(Map.of("hello", "Hello {0}, it''s {1}"));
        assertThat(messages.text("hello", "{1} ''", "me")).isEqualTo("Hello {1} '', it's me");
    }

    @Test
    void aTextWithoutArgumentsReadsLikeAnyOther() {
        assertThat(new Messages(Map.of("a", "It''s '{'here'}'")).text("a")).isEqualTo("It's {here}");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> new Messages(Map.of()).text("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void everyBundledTextIsUsed() {
        assertThat(BUNDLED)
                .filteredOn(key -> !SOURCES.contains('"' + key + '"'))
                .as("named in the code, or of a family: if neither, nobody reads it")
                .isSubsetOf(FAMILIES);
    }

    @Test
    void everyMemberOfAFamilyIsBundled() {
        assertThat(BUNDLED).containsAll(FAMILIES);
    }

    @Test
    void everyTextThatTheCodeNamesIsBundled() {
        assertThat(found("(?:text|withNumbers)\\(\\s*\"([^\".]+\\.[^\"]*[^.\"])\""))
                .isNotEmpty()
                .isSubsetOf(BUNDLED);

        // what a button does is named like a text
        Set<String> verbs = found("case \"([a-z.-]+)\"");
        Set<String> subjects = BUNDLED.stream().map(MessagesTests::subject).collect(Collectors.toSet());
        assertThat(found("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\""))
                .filteredOn(word -> subjects.contains(subject(word)))
                .filteredOn(word -> !verbs.contains(word) && !word.matches(".+\\.(yaml|csv)"))
                .isNotEmpty()
                .isSubsetOf(BUNDLED);
    }

    private static String subject(String key) {
        return key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
    }

    /** What stands in the group of this pattern, wherever it is in the code. */
    private static Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SOURCES)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> bundled() {
        Properties bundled = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("bot/messages.properties"))) {
            bundled.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundled.stringPropertyNames();
    }

    /** All code but what names fields of documents, which are named like texts. */
    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*[/\\\\]mongo[/\\\\](?!\\w+Check)[^/\\\\]+"))
                    .map(MessagesTests::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every one with each of these words. */
    private static Stream<String> family(String before, String... words) {
        return Stream.of(words).map(word -> before + word);
    }

    /** Every one with each of these values, as they are spelt in keys. */
    private static Stream<String> family(String before, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> before + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The texts whose keys the code puts together. */
    private static Set<String> families() {
        return Stream.of(
                        Stream.of(Item.values()).map(Item::label),
                        family("severity.", Severity.values()),
                        family("undelivered.of.", OutboxMessage.Kind.values()),
                        family("case.state.", DeskAct.State.values()),
                        family("find.state.", DeskAct.State.values()),
                        family("find.of.", IncidentQuery.State.values()),
                        family("duty.end.", Duty.End.values()),
                        family("retention.kind.", Kept.values()),
                        family("ledger.", Delivery.Occasion.values()),
                        family("ledger.", Delivery.State.values()),
                        family("matrix.cell.", ImpactMatrix.Extent.values()),
                        family("sar.column.", "about", "what", "where", "id", "part", "asked", "at", "by"),
                        family("sar.column.", "words", "marks", "decision"),
                        family("sar.mark.", "third-party", "privileged", "crime-prevention", "sealed", "restricted"),
                        family("audit.kind.", Break.Kind.values()),
                        family("passage.", Passage.Kind.values()),
                        family("custody.", Opening.Purpose.values()),
                        family("warp.breach.", CaseFile.Breach.values()),
                        // in two voices, the reporter's and the desk's
                        family("mine.said.", Statement.Kind.values()),
                        family("case.said.", Statement.Kind.values()),
                        family("mine.", "reported", "since"),
                        family("case.", "reported", "since"),
                        family("case.fact.", "state", "acknowledged", "owner", "next", "noticed"),
                        family("case.joined.", "reference", "noticed", "reported", "reporter", "excluded"),
                        family("custody.title.", "manifest", "custody"),
                        family("custody.column.", "item", "called", "type", "bytes", "sha256", "file", "sender"),
                        family("custody.column.", "sent", "at", "by", "what", "why", "state"),
                        family("drill.", "waived", "missed", "open", "met"),
                        family("moment.", "now", "morning", "yesterday", "other"),
                        family("moment.said.", "morning", "morning.night", "yesterday", "yesterday.night"),
                        family("register.column.", "reference", "type", "severity", "happened", "first-noticed"),
                        family("register.column.", "noticed", "moved", "reported", "limit", "clock"),
                        family("register.column.", "differs", "missing", "state", "outcome"),
                        family("roles.told.", "appointed", "changed", "deputy", "deputy-ended", "ended"),
                        family("roles.told.", "appointed.title", "changed.title", "deputy.title"),
                        family("roles.told.", "deputy-ended.title", "ended.title"),
                        // the title and the words of a card
                        family("breaches.", "title", "intro"),
                        family("foi.", "title", "intro"),
                        family("nudge.", "title", "text"),
                        family("expiry.", "title", "text"),
                        family("mine.add.", "title", "intro"),
                        family("mine.facts.", "title", "intro"),
                        family("mine.withdraw.", "title", "intro"),
                        family("mine.reply.", "title", "intro"),
                        family("news.", "acknowledged.title", "late.title", "confirmed.title", "closed.title"))
                .flatMap(family -> family)
                .collect(Collectors.toUnmodifiableSet());
    }
}
