package io.beadle.teams;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret or certificate of the settings, which may be put in place of the old one while Beadle runs. The file is read
 * again twice a minute at most; a new one counts once Entra has given a token for it. Until then the old one is used: a file
 * half written, or put there before the registration knows of it, cuts nobody off.
 */
final class RotatingCredentials implements Credentials {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(RotatingCredentials.class);

    private final TeamsSettings settings;
    private final CloudSettings cloud;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Held held;
    private volatile Instant looked;
    private volatile @Nullable String trouble;

    private record Held(ClientCredential credential, MsalCredentials tokens) {}

    /** @throws IllegalStateException if there is none that could be used now */
    RotatingCredentials(TeamsSettings settings, CloudSettings cloud, InstantSource clock) {
        this.settings = settings;
        this.cloud = cloud;
        this.clock = clock;
        looked = clock.instant();
        try {
            held = held(ClientCredential.read(settings));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use " + ClientCredential.named(settings), e);
        }
    }

    private Held held(ClientCredential credential) {
        return new Held(credential, MsalCredentials.of(settings, cloud, credential));
    }

    @Override
    public @Nullable String token(Duration within) {
        long begun = System.nanoTime();
        lookAgain(within.dividedBy(2));
        return held.tokens().token(within.minusNanos(System.nanoTime() - begun));
    }

    @Override
    public @Nullable String fresh(Duration within) {
        lookAgain(within.dividedBy(2));
        return MsalCredentials.of(settings, cloud, held.credential()).token(within.dividedBy(2));
    }

    /** Of the one that is used now; empty where nobody says. */
    Optional<Instant> expires() {
        return held.credential().expires();
    }

    /** Why what the file holds now is not used; null where it is. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void lookAgain(Duration within) {
        Optional<Path> file = ClientCredential.file(settings);
        if (file.isEmpty() || clock.instant().isBefore(looked.plus(BETWEEN_LOOKS)) || !looking.tryLock()) {
            return;
        }
        try {
            looked = clock.instant();
            take(file.get(), within);
        } finally {
            looking.unlock();
        }
    }

    private void take(Path file, Duration within) {
        try {
            byte[] content = ClientCredential.content(file);
            if (held.credential().isOf(content)) {
                trouble = null;
                return;
            }
            Held next = held(ClientCredential.of(settings, content));
            next.tokens().token(within);
            held = next;
            trouble = null;
            log.info("credential changed property={}", ClientCredential.named(settings));
        } catch (IOException | GeneralSecurityException e) {
            refuse(e.getClass().getSimpleName());
        } catch (DeliveryException e) {
            refuse(e.code());
        }
    }

    private void refuse(String why) {
        trouble = why;
        log.warn(
                "credential not changed, the one before is used property={} cause={}",
                ClientCredential.named(settings),
                why);
    }
}
