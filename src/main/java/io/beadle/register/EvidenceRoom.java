package io.beadle.register;

import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where evidence is taken out: at each opening the hash is checked again, and the custody log says who opened what and why
 * (G13). Who may is not its concern.
 */
@Component
public final class EvidenceRoom {
    private final EvidenceFiles files;
    private final CustodyLog log;

    public EvidenceRoom(EvidenceFiles files, CustodyLog log) {
        this.files = files;
        this.log = log;
    }

    /** A file as it was taken out; of one that is no longer what it was, the content is not given. */
    public record Opened(Evidence evidence, Optional<byte[]> content) {
        public boolean isIntact() {
            return content.isPresent();
        }
    }

    /** What is kept of the incident, earliest first. */
    public List<Evidence> of(Incident incident) {
        return files.of(incident.draft());
    }

    public List<Opening> log(Incident incident) {
        return log.of(incident.reference());
    }

    /**
     * Takes a file of the incident out; empty if it has no such file.
     *
     * @throws io.beadle.incident.QuarantinedException while nobody may open it
     */
    public Optional<Opened> open(
            Incident incident, String evidence, Person by, Opening.Purpose purpose, String why, Instant at) {
        Optional<Evidence> found =
                files.find(evidence).filter(file -> file.report().equals(incident.draft()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> content = files.open(evidence)
                .map(EvidenceRoom::read)
                .filter(bytes -> sha256(bytes).equals(found.get().sha256()));
        log.add(new Opening(
                UUID.randomUUID().toString(),
                incident.reference(),
                evidence,
                by,
                at,
                purpose,
                why,
                content.isPresent()));
        return Optional.of(new Opened(found.get(), content));
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
