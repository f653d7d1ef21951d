package io.beadle.bot.register;

import io.beadle.content.Messages;
import io.beadle.offer.OfferedFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.FileCard;
import io.beadle.teams.FileConsent;
import io.beadle.teams.Message;
import io.beadle.teams.UploadException;
import io.beadle.teams.Uploads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts files where Teams said, two at a time and each once: an upload whose answer is lost may have arrived, and whoever
 * wanted the file can ask again. Where it fails, the file goes by e-mail, or its taker is told.
 */
@Component
class Uploading implements SmartLifecycle {
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(Uploading.class);

    private final OfferedFiles files;
    private final Uploads uploads;
    private final Conversations conversations;
    private final ByMail mail;
    private final Messages messages;
    private final OfferSettings settings;
    private final ExecutorService underWay = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("file-upload-", 1).factory());

    Uploading(
            OfferedFiles files,
            Uploads uploads,
            Conversations conversations,
            ByMail mail,
            Messages messages,
            OfferSettings settings) {
        this.files = files;
        this.uploads = uploads;
        this.conversations = conversations;
        this.mail = mail;
        this.messages = messages;
        this.settings = settings;
    }

    /** @param consent the activity that asked, null if Teams does not say which it was */
    void begin(OfferedFile file, FileConsent.Upload to, Address chat, @Nullable String consent) {
        underWay.execute(() -> {
            try {
                upload(file, to, chat, consent);
            } catch (RuntimeException e) {
                log.error(
                        "file not seen to offer={} cause={}",
                        file.id(),
                        e.getClass().getName());
            } finally {
                files.delete(file.id());
            }
        });
    }

    private void upload(OfferedFile file, FileConsent.Upload to, Address chat, @Nullable String consent) {
        Optional<byte[]> content = files.content(file.id());
        if (content.isEmpty()) {
            show(chat, consent, messages.text("handing.gone"));
            return;
        }
        long begun = System.nanoTime();
        try {
            uploads.put(to, content.get(), settings.limits());
        } catch (UploadException e) {
            log.warn("file not uploaded offer={} reason={} status={}", file.id(), e.reason(), e.status());
            MadeFile again =
                    new MadeFile(file.about(), file.incident(), file.name(), file.type(), file.name(), content.get());
            show(
                    chat,
                    consent,
                    messages.text(mail.send(again, file.to()) ? "handing.failed.mailed" : "handing.failed"));
            return;
        }
        log.info(
                "file uploaded offer={} about={} bytes={} millis={}",
                file.id(),
                file.about(),
                file.bytes(),
                (System.nanoTime() - begun) / 1_000_000);
        show(chat, consent, messages.text("handing.done", file.name()));
        FileCard info = new FileCard.Info(file.name(), to.contentUrl(), to.uniqueId(), file.ending());
        try {
            conversations.post(chat, Message.file(info, messages.text("handing.done", file.name())));
        } catch (DeliveryException e) {
            log.warn("file card refused offer={} status={} code={}", file.id(), e.status(), e.code());
        }
    }

    private void show(Address chat, @Nullable String consent, String text) {
        try {
            if (consent == null) {
                conversations.post(chat, Message.text(text));
            } else {
                conversations.update(chat, consent, Message.text(text));
            }
        } catch (DeliveryException e) {
            log.warn("consent not replaced status={} code={}", e.status(), e.code());
        }
    }

    @Override
    public void start() {
        // as soon as there is something to put
    }

    /** Waits for those begun, 3 seconds at most: a file whose upload is cut off can be asked for again. */
    @Override
    public void stop() {
        underWay.shutdown();
        try {
            if (!underWay.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("uploads cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !underWay.isShutdown();
    }

    /** Stopped after the turns have ended and before the relay. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4095;
    }
}
