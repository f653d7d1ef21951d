package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beadle.teams.UploadException.Reason;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests to a scripted server; and what is refused before any request. */
class TeamsUploadsTests {
    private static final ScriptedFiles FILES = ScriptedFiles.start();
    private static final byte[] CONTENT = "a pack".getBytes(StandardCharsets.UTF_8);
    private static final Uploads.Limits LIMITS = new Uploads.Limits(List.of("sharepoint.com"), Duration.ofSeconds(20));

    private final AtomicInteger lookups = new AtomicInteger();
    private final TeamsUploads local = new TeamsUploads(true, InetAddress::getAllByName);
    private final TeamsUploads registered = new TeamsUploads(false, host -> {
        lookups.incrementAndGet();
        return new InetAddress[] {InetAddress.getByName("10.0.0.1")};
    });

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @Test
    void putsAllOfItInOneRequestWithItsRange() {
        AtomicReference<String> taken = new AtomicReference<>("");
        String url = FILES.serve("/good", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            taken.set(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Range") + " " + body);
            exchange.sendResponseHeaders(201, -1);
        });
        local.put(upload(url), CONTENT, LIMITS);
        assertThat(taken.get()).isEqualTo("PUT bytes 0-5/6 a pack");
        assertThat(FILES.asked()).as("without a token").contains("/good");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 404, 409, 416, 500, 503})
    void aRefusalIsOne(int status) {
        UploadException refused = refusal(local, FILES.refuse("/status-" + status, status), LIMITS);
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        assertThat(refused.status()).isEqualTo(status);
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLongerThanItMayTake() {
        Uploads.Limits impatient = new Uploads.Limits(List.of(), Duration.ofMillis(300));
        assertThat(refusal(local, FILES.silent("/silent"), impatient).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(refusal(local, "http://127.0.0.1:1/closed", LIMITS).reason()).isEqualTo(Reason.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/upload",
                "https://sharepoint.com.evil.example/upload",
                "https://evilsharepoint.com/upload",
                "http://council-my.sharepoint.com/upload",
                "https://council-my.sharepoint.com:8443/upload",
                "https://user@council-my.sharepoint.com/upload",
                "https://127.0.0.1/upload",
                "file:///etc/passwd",
                "no address",
                ""
            })
    void nothingIsPutAnywhereElse(String url) {
        assertThat(refusal(registered, url, LIMITS).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void aNameThatLeadsIntoThePrivateNetworkIsNoneEither() {
        UploadException refused = refusal(registered, "https://council-my.sharepoint.com/upload", LIMITS);
        assertThat(refused.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(lookups).hasPositiveValue();
    }

    @Test
    void inLocalModeNothingLeavesTheMachine() {
        assertThat(refusal(local, "https://council-my.sharepoint.com/upload", LIMITS)
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    private static UploadException refusal(Uploads uploads, String url, Uploads.Limits limits) {
        return catchThrowableOfType(UploadException.class, () -> uploads.put(upload(url), CONTENT, limits));
    }

    private static FileConsent.Upload upload(String url) {
        return new FileConsent.Upload(url, "https://council-my.sharepoint.com/pack.docx", "pack.docx", "1", "docx");
    }
}
