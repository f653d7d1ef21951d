package io.beadle.bot.ask;

import io.beadle.bot.turn.Chat;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A message that grows before the reader's eyes, in a personal chat (Teams docs, "streaming-ux": numbers count from 1, about
 * one part a second, the last part has none and is the message). What Teams does not take of it is left out; the end is
 * sent in any case.
 */
final class AnswerStream {
    private static final Duration PACE = Duration.ofMillis(1500);
    private static final Duration LONGEST_PART = Duration.ofSeconds(2);

    private final Chat chat;
    private final InstantSource clock;
    private final ReentrantLock sending = new ReentrantLock();
    private String id = "";
    private int sequence;
    private volatile Instant last = Instant.EPOCH;
    private boolean over;

    private AnswerStream(Chat chat, InstantSource clock) {
        this.chat = chat;
        this.clock = clock;
    }

    /** @param notice what is seen until there is something to show */
    static AnswerStream begin(Chat chat, String notice, InstantSource clock) {
        AnswerStream stream = new AnswerStream(chat, clock);
        stream.send(notice, "informative");
        return stream;
    }

    /** Shows all that there is so far; returns at once. What comes too soon, or while a part is being sent, is left to the next. */
    void show(String soFar) {
        if (clock.instant().isBefore(last.plus(PACE))) {
            return;
        }
        Thread.ofVirtual().name("answer-stream").start(() -> {
            if (sending.tryLock()) {
                try {
                    send(soFar, "streaming");
                } finally {
                    sending.unlock();
                }
            }
        });
    }

    /**
     * Ends with the message as it is to stay; its activity id.
     *
     * @throws DeliveryException if Teams did not take it, as a stream's end nor by itself
     */
    String end(Message message) {
        if (!awaitPart()) {
            return chat.send(message);
        }
        try {
            boolean streamed = !id.isEmpty() && !over;
            over = true;
            return streamed ? endOrSend(message) : chat.send(message);
        } finally {
            sending.unlock();
        }
    }

    /** False if the part that is being sent hangs: what everybody waits for is not held up by it. */
    private boolean awaitPart() {
        try {
            return sending.tryLock(LONGEST_PART.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A stream may have been stopped by its reader, or have run out of its two minutes. */
    private String endOrSend(Message message) {
        List<Map<String, Object>> entities = new ArrayList<>(message.entities());
        entities.add(info("final"));
        try {
            return chat.send(new Message(message.text(), null, null, entities, message.channelData()));
        } catch (DeliveryException e) {
            return chat.send(message);
        }
    }

    private void send(String text, String type) {
        if (over) {
            return;
        }
        sequence++;
        try {
            Map<String, Object> info = info(type);
            String given = chat.send(new Message(text, null, null, List.of(info), Map.of()));
            id = id.isEmpty() ? given : id;
            last = clock.instant();
        } catch (DeliveryException e) {
            over = true;
        }
    }

    private Map<String, Object> info(String type) {
        Map<String, Object> info = new HashMap<>(Map.of("type", "streaminfo", "streamType", type));
        if (!id.isEmpty()) {
            info.put("streamId", id);
        }
        if (!type.equals("final")) {
            info.put("streamSequence", sequence);
        }
        return info;
    }
}
