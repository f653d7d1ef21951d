package io.beadle.handover;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A case system that takes JSON over HTTPS. No redirect is followed. */
@Component
class Webhook implements CaseSystem {
    /** A reference is short; a longer answer is no answer that is read. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/#-]{0,59}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HandOverSettings.CaseSystem settings;
    private final InstantSource clock;
    private final HttpClient client;

    Webhook(HandOverSettings settings, InstantSource clock) {
        this.settings = settings.handover();
        this.clock = clock;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false);
    }

    private record Answer(int status, String body) {}

    @Override
    public boolean isConfigured() {
        return settings.webhook() != null;
    }

    @Override
    public Optional<String> take(CaseSummary incident, String key) {
        byte[] body = JSON.writeValueAsBytes(incident);
        Answer answer = client.headers(headers -> headers.set("Content-Type", "application/json")
                        .set("Content-Length", body.length)
                        .set("Idempotency-Key", key)
                        .set("Beadle-Signature", Signature.of(body, settings.secret(), clock.instant())))
                .post()
                .uri(String.valueOf(settings.webhook()))
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, content) -> content.asByteArray()
                        .reduceWith(ByteArrayOutputStream::new, Webhook::withoutExcess)
                        .map(all -> new Answer(response.status().code(), all.toString(StandardCharsets.UTF_8))))
                .single()
                .timeout(settings.within())
                .onErrorMap(failure -> new NotTakenException(0, false))
                .blockOptional()
                .orElseThrow(() -> new NotTakenException(0, false));
        int status = answer.status();
        if (status < 200 || status >= 300) {
            throw new NotTakenException(status, status < 500 && status != 408 && status != 429);
        }
        return reference(answer.body());
    }

    /** What is longer than an answer may be is not kept, however much of it comes. */
    private static ByteArrayOutputStream withoutExcess(ByteArrayOutputStream all, byte[] part) {
        if (all.size() <= LONGEST_ANSWER) {
            all.writeBytes(part);
        }
        return all;
    }

    private static Optional<String> reference(String body) {
        if (body.isEmpty() || body.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(body).path("reference").asString(""))
                    .filter(text -> REFERENCE.matcher(text).matches());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
