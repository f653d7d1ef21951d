package io.beadle.bot.evidence;

import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.WaitingFile;
import io.beadle.incident.WaitingFiles;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.DownloadException;
import io.beadle.teams.Downloads;
import io.beadle.teams.SentFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches one file, checks it and keeps it. Whoever sent it is told what became of it before it is forgotten, so a stop at any
 * point has the file fetched again, kept once and told once.
 */
@Component
class Fetching {
    /** Addresses of files are good for some minutes: trying for longer is of no use. */
    static final int ATTEMPTS = 4;

    /** Files of one report, so that nobody fills the store. */
    static final int MOST = 50;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Fetching.class);

    private final WaitingFiles waiting;
    private final EvidenceFiles evidence;
    private final Downloads downloads;
    private final ConversationReferences references;
    private final FileRules rules;
    private final SenderNews news;
    private final Upkeep upkeep;
    private final EvidenceSettings settings;
    private final InstantSource clock;

    Fetching(
            WaitingFiles waiting,
            EvidenceFiles evidence,
            Downloads downloads,
            ConversationReferences references,
            FileRules rules,
            SenderNews news,
            Upkeep upkeep,
            EvidenceSettings settings,
            InstantSource clock) {
        this.waiting = waiting;
        this.evidence = evidence;
        this.downloads = downloads;
        this.references = references;
        this.rules = rules;
        this.news = news;
        this.upkeep = upkeep;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does it with a file that was claimed. */
    void fetch(WaitingFile file) {
        String report = Objects.requireNonNull(file.report());
        if (!upkeep.exists(report)) {
            upkeep.forget(report);
            return;
        }
        if (file.attempts() > ATTEMPTS) {
            refuse(file, Refusal.FAILED); // whoever claimed it last ended before it could say so
            return;
        }
        try {
            keep(file, report);
        } catch (RefusedFileException e) {
            refuse(file, e.refusal());
        } catch (DownloadException e) {
            log.warn("file not fetched file={} reason={} status={}", file.id(), e.reason(), e.status());
            switch (e.reason()) {
                case NOT_ALLOWED -> refuse(file, Refusal.PLACE);
                case TOO_LARGE -> refuse(file, Refusal.TOO_LARGE);
                case GONE -> refuse(file, Refusal.GONE);
                case NOT_NOW -> tryAgain(file);
            }
        } catch (RuntimeException e) {
            log.error("file not kept file={} cause={}", file.id(), e.getClass().getName());
            tryAgain(file);
        }
    }

    private void keep(WaitingFile file, String report) {
        if (evidence.of(report).size() >= MOST) {
            throw new RefusedFileException(Refusal.FULL);
        }
        long begun = System.nanoTime();
        Optional<Address> from = references.find(file.conversation());
        SentFile sent = new SentFile(file.name(), file.declared(), file.url(), file.inline());
        byte[] content = downloads.fetch(
                sent,
                from.orElseThrow(() -> new DownloadException(DownloadException.Reason.NOT_ALLOWED, 0)),
                settings.limits());
        EvidenceType type = rules.check(sent, content);
        Evidence made = Evidence.of(file, report, type, content.length, sha256(content));
        boolean first = evidence.keep(file.id(), made, content);
        if (first) {
            news.kept(file, made);
        } else {
            news.keptBefore(file, report);
        }
        waiting.delete(file.id());
        upkeep.tell(report);
        log.info(
                "file kept={} file={} type={} bytes={} millis={}",
                first,
                file.id(),
                type,
                content.length,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private void refuse(WaitingFile file, Refusal refusal) {
        log.info("file refused file={} refusal={} attempts={}", file.id(), refusal, file.attempts());
        news.refused(file, refusal);
        waiting.delete(file.id());
    }

    /** Three times as long after each attempt. */
    private void tryAgain(WaitingFile file) {
        if (file.attempts() >= ATTEMPTS) {
            refuse(file, Refusal.FAILED);
            return;
        }
        news.delayed(file);
        Duration pause = FIRST_RETRY.multipliedBy((long) Math.pow(3, file.attempts() - 1.0));
        waiting.replace(file.retryAt(clock.instant().plus(pause)));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
