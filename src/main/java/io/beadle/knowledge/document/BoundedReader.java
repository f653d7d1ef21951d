package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Formats.Format;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file with everything that parsers of other people's files do: fail, hang, and take all memory. */
final class BoundedReader {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedReader.class);

    private final Duration mostTime;

    BoundedReader(Duration mostTime) {
        this.mostTime = mostTime;
    }

    /**
     * Each file is parsed on a thread of its own, since parsers do not stop when they are told to: one that takes too
     * long is left behind.
     */
    SourceText read(String file, byte[] content) throws UnreadableException {
        Format format = Formats.detect(content);
        CompletableFuture<SourceText> text = new CompletableFuture<>();
        Thread.ofPlatform().name("document").daemon().start(() -> {
            try {
                text.complete(Formats.read(file, format, content));
            } catch (Throwable e) {
                text.completeExceptionally(e);
            }
        });
        try {
            SourceText read = text.get(mostTime.toMillis(), TimeUnit.MILLISECONDS);
            if (read.text().isBlank()) {
                throw new UnreadableException("is empty, remove it or fill it");
            }
            return read;
        } catch (TimeoutException e) {
            throw new UnreadableException("takes longer to read than " + mostTime.toSeconds()
                    + " seconds, save it anew or raise beadle.knowledge.documents.most-time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("was not read to its end, because Beadle stops");
        } catch (ExecutionException e) {
            throw unreadable(format, e.getCause());
        }
    }

    private static UnreadableException unreadable(Format format, @Nullable Throwable cause) {
        if (cause instanceof UnreadableException known) {
            return known;
        }
        LOG.debug("event=document-unreadable format={}", format, cause);
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        boolean bomb = cause instanceof OutOfMemoryError || message.contains("Zip bomb") || message.contains("MAX_");
        return new UnreadableException(
                bomb
                        ? "grows far too big when unpacked, save it anew or remove it"
                        : "is damaged or cut short, open it and save it anew");
    }
}
