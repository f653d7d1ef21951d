package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beadle.teams.DownloadException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real requests to a scripted server; and what is refused before any request. */
class TeamsDownloadsTests {
    private static final ScriptedFiles FILES = ScriptedFiles.start();
    private static final Downloads.Limits LIMITS =
            new Downloads.Limits(List.of("sharepoint.com"), 1_000, Duration.ofSeconds(20));
    private static final Address CHAT = chat(FILES.url("/teams/"));

    private final AtomicInteger lookups = new AtomicInteger();
    private final TeamsDownloads local = new TeamsDownloads(within -> null, true, InetAddress::getAllByName);
    private final TeamsDownloads registered = new TeamsDownloads(within -> "token-1", false, this::lookup);

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @Test
    void bringsWhatIsThere() {
        byte[] content = "as it came".getBytes(StandardCharsets.UTF_8);
        assertThat(local.fetch(uploaded(FILES.serve("/good", content)), CHAT, LIMITS))
                .isEqualTo(content);
        assertThat(local.fetch(uploaded(FILES.serve("/empty", new byte[0])), CHAT, LIMITS))
                .isEmpty();
        assertThat(local.fetch(uploaded(FILES.serve("/largest", new byte[1_000])), CHAT, LIMITS))
                .hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "401, GONE",
        "403, GONE",
        "404, GONE",
        "410, GONE",
        "400, GONE",
        "301, NOT_ALLOWED",
        "302, NOT_ALLOWED",
        "307, NOT_ALLOWED",
        "408, NOT_NOW",
        "429, NOT_NOW",
        "500, NOT_NOW",
        "503, NOT_NOW",
        "204, NOT_NOW",
    })
    void saysWhatAStatusMeans(int status, Reason reason) {
        DownloadException refused = refusal(local, uploaded(FILES.refuse("/status-" + status, status)));
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.status()).isEqualTo(status);
    }

    @Test
    void followsNoRedirectNotEvenToItself() {
        String target = FILES.serve("/target", new byte[1]);
        String redirecting = FILES.serve("/redirecting", exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(refusal(local, uploaded(redirecting)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(FILES.asked()).contains("/redirecting").doesNotContain("/target");
    }

    @Test
    void readsNoMoreThanItMay() {
        assertThat(refusal(local, uploaded(FILES.serve("/large", new byte[1_001])))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(local, uploaded(FILES.endless("/endless"))).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatBreaksOffOrKeepsSilentMayComeLater() {
        assertThat(refusal(local, uploaded(FILES.cutShort("/cut"))).reason()).isEqualTo(Reason.NOT_NOW);
        Downloads.Limits soon = new Downloads.Limits(List.of(), 1_000, Duration.ofMillis(300));
        assertThat(catchThrowableOfType(
                                DownloadException.class,
                                () -> local.fetch(uploaded(FILES.silent("/silent")), CHAT, soon))
                        .reason())
                .isEqualTo(Reason.NOT_NOW);
        assertThat(refusal(local, uploaded("http://127.0.0.1:1/nobody-listens")).reason())
                .isEqualTo(Reason.NOT_NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "https://council-my.sharepoint.com/file",
        "http://192.168.0.1/file",
        "http://files.test/file",
        "file:///etc/passwd",
        "not an address",
        "''",
    })
    void inLocalModeNothingButLoopbackIsAsked(String url) {
        assertThat(refusal(local, uploaded(url)).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://council.sharepoint.com/file",
        "https://council.sharepoint.com:8443/file",
        "https://somebody@council.sharepoint.com/file",
        "https://council.sharepoint.com.evil.test/file",
        "https://evilsharepoint.com/file",
        "https://council.sharepoint.com./file",
        "https://evil.test/sharepoint.com",
        "https://127.0.0.1/file",
        "https://[::1]/file",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/file",
        "http://127.0.0.1/file",
        "ftp://council.sharepoint.com/file",
        "https:///file",
        "https://smba.trafficmanager.net/file",
    })
    void nothingIsAskedOfAHostThatTeamsDoesNotUse(String url) {
        assertThat(refusal(registered, uploaded(url)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void aNameThatLeadsIntoThePrivateNetworkIsNotAsked() {
        int before = FILES.asked().size();
        assertThat(refusal(registered, uploaded("https://Private.SharePoint.com/file"))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusal(registered, uploaded("https://mixed.sharepoint.com/file"))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(lookups).hasValue(2);
        assertThat(FILES.asked()).hasSize(before);
    }

    @Test
    void aNameThatNobodyKnowsMayBeKnownLater() {
        assertThat(refusal(registered, uploaded("https://unknown.sharepoint.com/file"))
                        .reason())
                .isEqualTo(Reason.NOT_NOW);
    }

    @Test
    void aPictureInAMessageIsFetchedWithTheTokenFromTheServiceOfTheChatAlone() {
        String picture = FILES.serve("/v3/attachments/1/views/original", new byte[5]);
        assertThat(registered.fetch(inline(picture), CHAT, LIMITS)).hasSize(5);
        assertThat(FILES.asked()).contains("/v3/attachments/1/views/original Bearer token-1");

        Address elsewhere = chat("https://smba.trafficmanager.net/uk/");
        for (String url : List.of(
                picture, "https://attacker.trafficmanager.net/x", "http://smba.trafficmanager.net/x", "nowhere")) {
            assertThat(catchThrowableOfType(
                                    DownloadException.class, () -> registered.fetch(inline(url), elsewhere, LIMITS))
                            .reason())
                    .as(url)
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void anUploadedFileIsFetchedWithoutTheToken() {
        local.fetch(uploaded(FILES.serve("/without", new byte[1])), CHAT, LIMITS);
        assertThat(FILES.asked()).contains("/without");
    }

    @Test
    void neitherItsNameNorItsAddressIsSaidOfAFile() {
        SentFile file = new SentFile("Zanzibar.pdf", "pdf", "https://x.sharepoint.com/Zanzibar", false);
        assertThat(file.toString()).doesNotContain("Zanzibar");
        assertThat(refusal(local, file)).hasMessageNotContaining("Zanzibar");
    }

    private InetAddress[] lookup(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return switch (host.toLowerCase(java.util.Locale.ROOT)) {
            case "private.sharepoint.com" -> InetAddress.getAllByName("127.0.0.1");
            case "mixed.sharepoint.com" ->
                new InetAddress[] {InetAddress.ofLiteral("52.112.0.1"), InetAddress.ofLiteral("10.0.0.1")};
            default -> throw new UnknownHostException(host);
        };
    }

    private static DownloadException refusal(TeamsDownloads downloads, SentFile file) {
        return catchThrowableOfType(DownloadException.class, () -> downloads.fetch(file, CHAT, LIMITS));
    }

    private static SentFile uploaded(String url) {
        return new SentFile("a.pdf", "pdf", url, false);
    }

    private static SentFile inline(String url) {
        return new SentFile("", "image/*", url, true);
    }

    private static Address chat(String serviceUrl) {
        return new Address("chat", Address.Scope.PERSONAL, serviceUrl, "28:beadle", "tenant", "29:pat");
    }
}
