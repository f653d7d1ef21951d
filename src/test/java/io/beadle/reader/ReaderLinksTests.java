package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.RegisteredPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open what, over HTTP. */
class ReaderLinksTests {
    private static final String URL = "beadle.public-url=https://beadle.example/help/";
    private static final String KEYS = """
            # Keys policy

            ## 1 Lost keys

            Whoever loses an office key tells the reception desk within one hour. It is never too late to tell.
            """;

    @TempDir
    Path data;

    private final List<ReaderServer> servers = new ArrayList<>();

    @AfterEach
    void close() {
        servers.forEach(ReaderServer::close);
    }

    @Test
    void aLinkOpensItsDocumentUntilItEnds() throws Exception {
        ReaderServer server = start(URL);
        URI link = link(server, file(server, "Keys 2.md"), null);

        assertThat(link.toString())
                .startsWith("https://beadle.example/help/policies/keys-2-")
                .contains("&c=" + passage(server, "Keys 2.md").id())
                .endsWith("#c-" + passage(server, "Keys 2.md").id());
        assertThat(opened(server, link).body()).contains("tells the reception desk within one hour");
        server.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(opened(server, link).statusCode()).isEqualTo(200);
        server.pass(Duration.ofHours(1));
        assertMissing(server, link.getRawPath().substring(5) + "?" + link.getRawQuery());
    }

    @Test
    void aLinkOpensNoOtherDocument() throws Exception {
        ReaderServer server = start(URL);
        URI keys = link(server, file(server, "keys.md"), null);
        URI doors = link(server, file(server, "doors.md"), null);

        assertThat(path(doors)).isNotEqualTo(path(keys));
        assertMissing(server, path(doors) + "?" + keys.getRawQuery());
    }

    /** What is asked before the last answer is out waits in line; the second is answered at once when its turn comes. */
    @Test
    void theConnectionOnWhichARequestWaitedInLineTakesTheNextOne() throws Exception {
        try (Socket browser =
                new Socket(InetAddress.getLoopbackAddress(), start(URL).port())) {
            browser.setSoTimeout(10_000);
            StringBuilder answers = new StringBuilder();
            ask(browser, "/policies/keys", "/policies/keys/none");
            await(browser, answers, 2);
            ask(browser, "/policies/keys");
            await(browser, answers, 3);
        }
    }

    private static void ask(Socket browser, String... paths) throws IOException {
        for (String path : paths) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: beadle.example\r\n\r\n";
            browser.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Reads on until so many answers have begun; fails where none comes for ten seconds. */
    private static void await(Socket browser, StringBuilder answers, int wanted) throws IOException {
        while (answers.toString().split("HTTP/1.1 404", -1).length <= wanted) {
            byte[] some = new byte[1024];
            int read = browser.getInputStream().read(some);
            assertThat(read).as("it was closed after %s", answers).isPositive();
            answers.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
    }

    @Test
    void onAnAddressThatNobodyCanOpenTheReaderDoesNotStart() {
        assertThatThrownBy(() -> start("beadle.public-url=http://beadle.example?x"))
                .rootCause()
                .hasMessageStartingWith("beadle.public-url must be an https address")
                .hasMessageEndingWith("it is http://beadle.example?x");
    }

    @Test
    void whatIsTamperedWithOpensNothing() throws Exception {
        ReaderServer server = start(URL);
        URI link = link(server, file(server, "keys.md"), null);
        String query = link.getRawQuery();
        String end = query.replaceFirst("e=(\\d+).*", "$1");
        String signature = query.replaceFirst(".*s=([^&]+).*", "$1");
        char last = signature.charAt(signature.length() - 1);

        for (String changed : List.of(
                "",
                "?",
                "?e=" + end,
                "?s=" + signature,
                "?e=" + (Long.parseLong(end) + 1) + "&s=" + signature,
                "?e=0" + end + "&s=" + signature,
                "?e=-1&s=" + signature,
                "?e=99999999999999999999&s=" + signature,
                "?e=" + end + "&s=" + signature.substring(1),
                "?e=" + end + "&s=" + signature + "=",
                "?e=" + end + "&s=" + signature.substring(0, signature.length() - 1) + (last == 'A' ? 'B' : 'A'),
                // what decodes to the same bytes is not the same signature
                "?e=" + end + "&s=" + signature.substring(0, signature.length() - 1) + (char) (last + 1),
                "?e=" + end + "&s=" + signature.toLowerCase(java.util.Locale.ROOT),
                "?e=%00&s=%ff")) {
            assertMissing(server, path(link) + changed);
        }
        assertThat(server.looks())
                .as("looks into the index for those without a link")
                .isZero();
        assertThat(opened(server, link).statusCode()).isEqualTo(200);
    }

    @Test
    void everythingElseIsTheSamePage() throws Exception {
        ReaderServer server = start(URL);
        file(server, "keys.md");
        for (String address : List.of(
                "/policies",
                "/policies/",
                "/policies/keys.md",
                "/policies/keys",
                "/policies/..%2f..%2fetc%2fpasswd",
                "/policies/%2e%2e/%2e%2e/etc/passwd",
                "/policies/..%5c..%5cwindows",
                "/policies/style/..%2f..%2fapplication.yaml",
                "/policies/style/policy.mustache",
                "/policies/%00",
                "/policies/a/b/c",
                "/policies/%F0%9F%94%91?e=1&s=x",
                "/policies/%3Cscript%3Ealert(1)%3C%2Fscript%3E")) {
            assertMissing(server, address);
        }
    }

    @Test
    void oddNamesHavePlainAddressesThatOpenThem() throws Exception {
        ReaderServer server = start(URL);
        for (String name : List.of(
                "../../etc/passwd.md",
                "Schlüssel & Türen – «neu».md",
                "политика.md",
                "a'b\"c<d>.md",
                "100% safe?#1.md",
                ".md",
                "𝄞.md")) {
            URI link = link(server, file(server, name), null);

            assertThat(path(link)).matches("/policies/[a-z0-9-]{6,69}");
            assertThat(opened(server, link).body()).contains("reception desk");
        }
    }

    @Test
    void aRestrictedDocumentHasALinkForWhoMayReadItAlone() throws Exception {
        ReaderServer server = start(URL, "beadle.policies.public=true");
        Passage keys = file(server, "keys.md");
        URI unrestricted = link(server, keys, null);
        server.restrict("keys.md");

        assertThat(server.links().link(keys, null)).isEmpty();
        assertThat(server.links().link(keys, "somebody-else")).isEmpty();
        URI link = link(server, keys, ReaderServer.TEAM_LEADER);
        assertThat(link.toString()).contains("&s=").doesNotContain(ReaderServer.TEAM_LEADER);
        assertThat(opened(server, link).statusCode()).isEqualTo(200);
        assertMissing(server, path(link));
        assertMissing(server, path(unrestricted) + "?" + unrestricted.getRawQuery());
        assertThat(server.get("/policies").body()).doesNotContain("Keys policy");
    }

    @Test
    void aLinkFromBeforeADocumentWasRestrictedOpensItNoMore() throws Exception {
        ReaderServer server = start(URL);
        URI link = link(server, file(server, "keys.md"), null);
        server.restrict("keys.md");

        assertMissing(server, path(link) + "?" + link.getRawQuery());
    }

    @Test
    void publicPoliciesAreListedAndHaveLinksThatLast() throws Exception {
        ReaderServer server = start(URL, "beadle.policies.public=true");
        Passage keys = file(server, "keys.md");
        URI link = link(server, keys, null);

        assertThat(link.getRawQuery()).isEqualTo("c=" + keys.id());
        server.pass(Duration.ofDays(400));
        assertThat(opened(server, link).statusCode()).isEqualTo(200);
        assertThat(server.get("/policies").body())
                .contains("<a href=\"/help" + path(link) + "\">Keys policy</a>", "1 found.");
        assertThat(server.get("/policies?q=KEY").body()).contains("1 found.");
        assertThat(server.get("/policies?q=laptop").body()).contains("No policy has all of these words");
    }

    @Test
    void theRegistersLinkWins() {
        ReaderServer server = start(URL);
        Passage keys = file(server, "keys.md");
        URI intranet = URI.create("https://intranet.example/keys");
        server.register(new RegisteredPolicy("Keys", "keys.md", null, null, null, null, null, intranet));

        assertThat(server.links().link(keys, null)).contains(intranet);
        server.restrict("keys.md");
        assertThat(server.links().link(keys, null)).isEmpty();
    }

    @Test
    void withoutAPublicUrlThereIsNoLink() {
        ReaderServer server = start("beadle.public-url=");

        assertThat(server.links().link(file(server, "keys.md"), null)).isEmpty();
    }

    @Test
    void linksOfOneHourAreAlike() throws Exception {
        ReaderServer server = start(URL);
        Passage keys = file(server, "keys.md");
        URI first = link(server, keys, "somebody");
        server.pass(Duration.ofMinutes(40));

        assertThat(link(server, keys, "somebody-else")).isEqualTo(first);
    }

    @Test
    void theSentenceIsNamedByItsPlace() {
        ReaderServer server = start(URL);
        Passage keys = file(server, "keys.md");
        Citation citation = new Citation(keys, keys.text(), "It is never  too late\nto tell.", List.of());

        URI link = server.links().link(citation, null).orElseThrow();

        int from = keys.text().indexOf("It is never");
        assertThat(link.getRawQuery()).endsWith("&m=" + from + "-" + keys.text().length());
    }

    @Test
    void linksOutliveARestartAndAreOpenedByAnInstanceWithTheSameKeyOnly(@TempDir Path other) throws Exception {
        URI link = link(start(URL), file(servers.getFirst(), "keys.md"), null);
        ReaderServer restarted = start(URL);
        file(restarted, "keys.md");
        ReaderServer stranger = start(other, URL);
        file(stranger, "keys.md");

        assertThat(opened(restarted, link).statusCode()).isEqualTo(200);
        assertMissing(stranger, path(link) + "?" + link.getRawQuery());

        String key = "beadle.policies.key=twelve-elephants-in-a-very-long-row";
        ReaderServer one = start(URL, key);
        ReaderServer two = start(other, URL, key);
        file(two, "keys.md");
        assertThat(opened(two, link(one, file(one, "keys.md"), null)).statusCode())
                .isEqualTo(200);
    }

    private ReaderServer start(String... properties) {
        return start(data, properties);
    }

    private ReaderServer start(Path folder, String... properties) {
        ReaderServer server = new ReaderServer(folder, properties);
        servers.add(server);
        return server;
    }

    private static Passage file(ReaderServer server, String name) {
        return server.file(name, KEYS).passages().getFirst();
    }

    private static Passage passage(ReaderServer server, String name) {
        return server.passages(name).getFirst();
    }

    private static URI link(ReaderServer server, Passage passage, @org.jspecify.annotations.Nullable String asker) {
        return server.links().link(passage, asker).orElseThrow();
    }

    /** As the server sees it, behind a proxy that takes the first part of the path away. */
    private static String path(URI link) {
        return link.getRawPath().substring("/help".length());
    }

    private static HttpResponse<String> opened(ReaderServer server, URI link) throws Exception {
        return server.get(path(link) + "?" + link.getRawQuery());
    }

    private static void assertMissing(ReaderServer server, String address) throws Exception {
        HttpResponse<String> response = server.get(address);
        HttpResponse<String> unknown = server.get("/policies/nothing-00000000");

        assertThat(response.statusCode()).as(address).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo(unknown.body())
                .contains("Ask Beadle your question again")
                .doesNotContain("Keys policy");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
}
