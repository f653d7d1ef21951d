package io.beadle.offer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.mongo.SharedStore;
import io.beadle.offer.OfferedFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.people.Person;
import io.beadle.privacy.TestCiphers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MongoOfferedFilesTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private final OfferedFiles files = new MongoOfferedFiles(SharedStore.newDatabase(), TestCiphers.contentCipher());

    @Test
    void isAsItWasAddedContentIncluded() {
        OfferedFile file = file(NOON);
        byte[] content = new byte[700_000];
        new Random(1).nextBytes(content);
        files.add(file, content);
        assertThat(files.find(file.id())).contains(file);
        assertThat(files.content(file.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        assertThat(files.find("another")).isEmpty();
        assertThat(file.toString()).doesNotContain("pack", "Dana");
    }

    @Test
    void isTakenOnce() {
        OfferedFile file = file(NOON);
        files.add(file, new byte[] {1});
        assertThat(files.take(file.id(), NOON.plusSeconds(5))).isTrue();
        assertThat(files.take(file.id(), NOON.plusSeconds(6))).isFalse();
        assertThat(files.find(file.id())).contains(file.taken(NOON.plusSeconds(5)));
        assertThat(files.take("another", NOON)).isFalse();
    }

    @Test
    void whatIsDeletedIsGoneWithItsContent() {
        OfferedFile file = file(NOON);
        files.add(file, new byte[] {1});
        files.delete(file.id());
        assertThat(files.find(file.id())).isEmpty();
        assertThat(files.content(file.id())).isEmpty();
    }

    @Test
    void whatNobodyTookIsSweptWithinTheHour() {
        OfferedFile old = file(NOON);
        OfferedFile later = file(NOON.plus(Duration.ofMinutes(5)));
        files.add(old, new byte[] {1});
        files.add(later, new byte[] {2});
        var sweep = io.beadle.offer.SomeExpiry.of(files);
        assertThat(sweep.sweep(NOON.plus(Duration.ofMinutes(55)))).isZero();
        assertThat(sweep.sweep(NOON.plus(Duration.ofMinutes(56)))).isEqualTo(1);
        assertThat(files.find(old.id())).isEmpty();
        assertThat(files.content(old.id())).isEmpty();
        assertThat(files.find(later.id())).isPresent();
        assertThat(sweep.every()).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    private static OfferedFile file(Instant made) {
        return new OfferedFile(
                UUID.randomUUID().toString(),
                OfferedFile.About.ICO_PACK,
                "INC-2026-0042",
                new Person("dpo", "Dana Protection"),
                "29:dpo",
                "chat",
                "pack.docx",
                "application/octet-stream",
                1,
                made,
                null);
    }
}
