package io.beadle.bot.register;

import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.offer.OfferedFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.FileCard;
import io.beadle.teams.FileConsent;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Gives files to people in their personal chat: Teams asks them first, and puts the file into their own OneDrive. It waits in
 * the store until they have answered. Who gets it is looked at again then.
 */
@Component
public final class Handing {
    private static final String OFFER = "offer";
    private static final Logger log = LoggerFactory.getLogger(Handing.class);

    private final OfferedFiles files;
    private final Conversations conversations;
    private final RegisterRights rights;
    private final Uploading uploading;
    private final ByMail mail;
    private final Messages messages;
    private final InstantSource clock;

    Handing(
            OfferedFiles files,
            Conversations conversations,
            RegisterRights rights,
            Uploading uploading,
            ByMail mail,
            Messages messages,
            InstantSource clock) {
        this.files = files;
        this.conversations = conversations;
        this.rights = rights;
        this.uploading = uploading;
        this.mail = mail;
        this.messages = messages;
        this.clock = clock;
    }

    /** By which way a file is on its way. */
    enum Way {
        CHAT("handing.offered"),
        MAIL("handing.mailed"),
        NONE("handing.none");

        private final String sentence;

        Way(String sentence) {
            this.sentence = sentence;
        }

        /** The key of what whoever wanted it is told. */
        String sentence() {
            return sentence;
        }
    }

    /**
     * Offers the file to the person.
     *
     * @param member their id towards this bot
     * @param chat their personal chat
     */
    Way offer(MadeFile file, Person to, String member, Address chat) {
        Instant now = clock.instant();
        OfferedFile offered = new OfferedFile(
                UUID.randomUUID().toString(),
                file.about(),
                file.incident(),
                to,
                member,
                chat.conversation(),
                file.name(),
                file.type(),
                file.content().length,
                now,
                null);
        files.add(offered, file.content());
        try {
            FileCard consent = new FileCard.Consent(
                    file.name(), file.description(), file.content().length, Map.of(OFFER, offered.id()));
            conversations.post(chat, Message.file(consent, file.description()));
            log.info("file offered offer={} about={} bytes={}", offered.id(), offered.about(), offered.bytes());
            return Way.CHAT;
        } catch (DeliveryException e) {
            log.warn("file not offered about={} status={} code={}", offered.about(), e.status(), e.code());
            files.delete(offered.id());
            return mail.send(file, to) ? Way.MAIL : Way.NONE;
        }
    }

    /** They may have the file, or do not want it. The card that asked is replaced by what became of it. */
    public void answered(FileConsent consent, Turn turn) {
        Optional<OfferedFile> found = files.find(consent.context().getOrDefault(OFFER, ""));
        if (found.isEmpty()) {
            show(turn, messages.text("handing.gone"));
            return;
        }
        OfferedFile file = found.get();
        if (!file.to().is(turn.person()) || !turn.isPersonal()) {
            log.warn(
                    "file asked for by another offer={} person={}",
                    file.id(),
                    turn.person().id());
            show(turn, messages.text("handing.other"));
            return;
        }
        FileConsent.Upload upload = consent.upload();
        if (upload == null) {
            files.delete(file.id());
            show(turn, messages.text("handing.declined"));
            log.info("file declined offer={}", file.id());
            return;
        }
        Optional<RegisterRights.Refusal> refusal = rights.refusal(turn, file.about(), file.incident());
        if (refusal.isPresent()) {
            files.delete(file.id());
            show(turn, refused(refusal.get(), file.about()));
            log.info("file withheld offer={} refusal={}", file.id(), refusal.get());
            return;
        }
        if (files.take(file.id(), clock.instant())) {
            uploading.begin(file, upload, turn.address(), turn.card());
        }
    }

    /** Why somebody is not given what they want. */
    String refused(RegisterRights.Refusal refusal, OfferedFile.About about) {
        return switch (refusal) {
            case HELD -> messages.text("desk.held");
            case RIGHT -> messages.text("handing.right", rights.whoMay(about));
            case UNKNOWN -> messages.text("alert.unknown");
            case QUARANTINED -> messages.text("custody.card.quarantined");
        };
    }

    private void show(Turn turn, String text) {
        String card = turn.card();
        try {
            if (card == null) {
                conversations.post(turn.address(), Message.text(text));
            } else {
                conversations.update(turn.address(), card, Message.text(text));
            }
        } catch (DeliveryException e) {
            log.warn("consent not replaced status={} code={}", e.status(), e.code());
        }
    }

    /** Such as {@code 120 KB}. */
    static String size(long bytes) {
        DataSize size = DataSize.ofBytes(bytes);
        return size.toMegabytes() < 1
                ? Math.max(1, size.toKilobytes()) + " KB"
                : String.format(Locale.UK, "%.1f MB", bytes / (1024.0 * 1024.0)).replace(".0 ", " ");
    }
}
