package io.beadle.reader;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.reader.Seal.Opens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links out of the register, else to the reader. */
final class ReaderLinks implements PolicyLinks {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReaderSettings settings;
    private final PolicyRegister register;
    private final Seal seal;
    private final InstantSource clock;

    ReaderLinks(ReaderSettings settings, PolicyRegister register, Seal seal, InstantSource clock) {
        this.settings = settings;
        this.register = register;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public Optional<URI> link(Citation citation, @Nullable String asker) {
        String document = citation.passage().document();
        if (!register.mayRead(document, asker)) {
            return Optional.empty();
        }
        return register.ofDocument(document)
                .map(RegisteredPolicy::link)
                .or(() -> Optional.ofNullable(settings.publicUrl()).map(url -> toReader(url, citation)));
    }

    private URI toReader(String publicUrl, Citation citation) {
        Passage passage = citation.passage();
        String slug = Slug.of(passage.document());
        boolean everybody = register.mayRead(passage.document(), null);
        StringBuilder link = new StringBuilder(publicUrl + "/policies/" + slug + "?");
        if (!everybody || !settings.policies().open()) {
            Instant end = end();
            String signature = seal.sign(slug, end, everybody ? Opens.UNRESTRICTED : Opens.ANY);
            link.append("e=")
                    .append(end.getEpochSecond())
                    .append("&s=")
                    .append(signature)
                    .append('&');
        }
        link.append("c=").append(passage.id());
        Range.of(passage.text(), citation.sentence())
                .ifPresent(part -> link.append("&m=").append(part));
        return URI.create(link.append('#').append(Anchor.of(passage)).toString());
    }

    /** On the hour, so that links of one hour are alike, and an address in a proxy's log does not tell who asked. */
    private Instant end() {
        long hour = HOUR.toSeconds();
        long earliest = clock.instant().plus(settings.policies().linkLifetime()).getEpochSecond();
        return Instant.ofEpochSecond((earliest + hour - 1) / hour * hour);
    }
}
