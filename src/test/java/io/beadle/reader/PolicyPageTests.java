package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.RegisteredPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What stands on the page, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class PolicyPageTests {
    private static final String MOBILE = """
            # Mobile policy

            Organisation: Fenmarsh District Council
            Version: 3.2
            Review due: 1 March 2026

            ## 1 Equipment

            ### 1.1 In the car

            Do not leave a laptop in an unattended car. If you cannot avoid it, lock it in the boot before you set off.

            ### 1.2 What you may carry

            You may carry, within the United Kingdom only:

            - a laptop that the council has encrypted
            - a telephone with a code of six digits

            ## 2 Keeping

            ### 2.1 How long

            | Record | Kept for |
            |---|---|
            | Loan of a laptop | 6 years |
            | Return of a laptop | 2 years |
            """;

    private final ReaderServer server = new ReaderServer(folder(), "beadle.public-url=https://beadle.example");

    /** One server for all tests starts before JUnit would make a temporary folder. */
    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "reader");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void isWrittenInBritishEnglishAndRunsNoScript() throws Exception {
        HttpResponse<String> response = open(mobile(1), "");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("script-src", "unsafe", "http"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(response.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(response.body())
                .startsWith("<!doctype html>\n<html lang=\"en-GB\">")
                .contains("<title>Mobile policy</title>", "<h1>Mobile policy</h1>")
                .doesNotContain("<script", "style=", "onclick");
    }

    @Test
    void saysWhatIsKnownOfTheDocument() throws Exception {
        assertThat(open(mobile(1), "").body())
                .contains("<dt>Organisation</dt><dd>Fenmarsh District Council</dd>")
                .contains("<dt>Version</dt><dd>3.2</dd>")
                .contains("<dt>Review due</dt><dd>1 March 2026</dd>")
                .contains("Mobile policy, version 3.2. Opened at 14:17 on 21 November 2026.")
                .contains("as Beadle read it at 06:00 on 20 November 2026")
                .doesNotContain("should have been reviewed");
    }

    @Test
    void theRegisterKnowsBetterAndWarnsOfAReviewThatIsPast() throws Exception {
        server.register(new RegisteredPolicy(
                "Mobile",
                "mobile.md",
                "policy",
                "Head of IT",
                "3.3",
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2026, 11, 20),
                null));

        assertThat(open(mobile(1), "").body())
                .contains("<dt>Version</dt><dd>3.3</dd>", "<dt>Owner</dt><dd>Head of IT</dd>")
                .contains("<dt>Approved</dt><dd>1 March 2025</dd>", "<dt>Review due</dt><dd>20 November 2026</dd>")
                .contains("This policy should have been reviewed by 20 November 2026.");
    }

    @Test
    void aClauseThatNamesAReplacedLawOrServiceSaysSoWhetherOrNotItIsTheOneQuoted() throws Exception {
        server.replace(new Caution.Superseded("unattended car", "the <b>Carriage</b> Act", LocalDate.of(2019, 3, 31)));
        server.replace(new Caution.Superseded("the boot", "the glove box", null));
        server.replace(new Caution.Superseded("telephone", "a radio", null));

        String page = open(mobile(1), "").body();

        assertThat(page)
                .containsOnlyOnce("<p class=\"replaced\" role=\"note\"><strong>Replaced.</strong> unattended car was"
                        + " replaced on 31 March 2019. Go by the &lt;b&gt;Carriage&lt;/b&gt; Act now.</p>")
                .containsOnlyOnce("the boot has been replaced. Go by the glove box now.</p>")
                .containsOnlyOnce("telephone has been replaced. Go by a radio now.</p>");
        assertThat(clause(page, mobile(1)))
                .contains("unattended car was", "boot has been")
                .doesNotContain("radio");
        assertThat(clause(page, mobile(2))).contains("radio").doesNotContain("glove box");
        assertThat(clause(page, mobile(3))).doesNotContain("role=\"note\"");
    }

    @Test
    void whatIsReplacedIsPrintedToo() throws Exception {
        String print = server.get("/policies/style/reader.css").body().replaceFirst("(?s).*@media print", "");

        assertThat(print).contains(".note { display: none; }").doesNotContain("replaced", "warning {");
    }

    @Test
    void marksTheClauseAndTheSentenceThatWereQuoted() throws Exception {
        Passage car = mobile(1);
        String sentence = "If you cannot avoid it, lock it in the boot before you set off.";

        HttpResponse<String> response = server.get(server.links()
                .link(new Citation(car, car.text(), sentence, List.of()), null)
                .orElseThrow());

        assertThat(response.body())
                .contains("<div class=\"clause chosen\" id=\"c-" + car.id() + "\">")
                .contains("unattended car. <mark class=\"quoted\">" + sentence + "</mark></p>")
                .containsOnlyOnce("class=\"clause chosen\"")
                .containsOnlyOnce("Beadle quoted the marked words");
    }

    @Test
    void aPlaceThatIsNotInTheClauseMarksNothing() throws Exception {
        for (String place : List.of("5-2", "0-999999", "x", "-1-2", "0-", "3-3")) {
            assertThat(open(mobile(1), "&m=" + place).body()).doesNotContain("<mark");
        }
    }

    @Test
    void saysWhenTheClauseIsNoLongerThere() throws Exception {
        Passage before = mobile(1);
        String link = query(before);
        assertThat(server.get(link).body()).doesNotContain("Changed since");

        server.file("mobile.md", MOBILE.replace("in the boot", "in the glove box"));

        assertThat(server.get(link).body())
                .contains("Changed since", "glove box")
                .doesNotContain("clause chosen");
    }

    @Test
    void hasAHeadingForEachSectionAndAListOfThem() throws Exception {
        String page = open(mobile(1), "").body();

        assertThat(page)
                .contains("<span class=\"number\">1.1</span> In the car</h2>")
                .contains("<span class=\"number\">2.1</span> How long</a></li>")
                .contains("<a class=\"skip\" href=\"#text\">", "<main id=\"text\" tabindex=\"-1\">");
    }

    @Test
    void listsAndTablesAreThat() throws Exception {
        assertThat(open(mobile(1), "").body().replaceAll(">\\s+<", "><"))
                .contains("United Kingdom only:</p><ul><li>a laptop that the council has encrypted</li><li>a telephone")
                .contains("<thead><tr><th scope=\"col\">Record</th><th scope=\"col\">Kept for</th></tr></thead>")
                .contains("<tr><td>Return of a laptop</td><td>2 years</td></tr></tbody></table>");
    }

    @Test
    void searchesWithinTheDocument() throws Exception {
        String page = open(mobile(1), "&q=LAPTOP+unattended").body();

        assertThat(page)
                .contains("<title>1 clause with “LAPTOP unattended”: Mobile policy</title>")
                .contains("<div role=\"status\"><h2 id=\"hits\">1 clause with “LAPTOP unattended”</h2>")
                .contains("<a href=\"#c-" + mobile(1).id() + "\">1.1 In the car</a>")
                .contains(
                        "leave a <mark class=\"found\">laptop</mark> in an <mark class=\"found\">unattended</mark> car")
                .contains("value=\"LAPTOP unattended\"")
                .contains("<input type=\"hidden\" name=\"e\" value=\"", "<input type=\"hidden\" name=\"s\" value=\"");
        assertThat(open(mobile(1), "&q=zebra").body()).contains("No clause with “zebra”", "Try fewer");
        assertThat(open(mobile(1), "&q=%22%3E").body()).contains("No clause with “&quot;&gt;”");
    }

    @Test
    void whatADocumentSaysIsNeverMarkup() throws Exception {
        String evil = "<script>alert('x')</script><img src=x onerror=alert(1)>";
        Passage passage = server.file("evil.md", """
                        # Policy on %1$s things

                        Organisation: %1$s Council
                        Version: 1"><b>

                        ## 1 About %1$s

                        Everybody writes %1$s into everything, {{shown.title}} and &lt;b&gt; too.

                        | %1$s | second |
                        |---|---|
                        | {{{path}}} | javascript:alert(1) |
                        """.formatted(evil)).passages().getFirst();
        server.register(new RegisteredPolicy("E", "evil.md", null, evil, evil, null, null, null));

        for (String more : List.of("", "&q=%3Cscript%3E", "&q=script", "&m=0-30", "&m=%3Cscript%3E")) {
            String page = open(passage, more).body();
            assertThat(page).doesNotContain("<script", "<img", "<b>", "x onerror=alert(1)>");
            assertThat(page.replaceAll("</?mark[^>]*>", ""))
                    .contains("&lt;script&gt;alert", "{{shown.title}} and &amp;lt;b&amp;gt; too", "{{{path}}}");
        }
        String link = query(passage);
        assertThat(server.get(link + "&c=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void showsTheWordsAroundWhatWasFound() throws Exception {
        Passage passage = server.file(
                        "long.md",
                        "# Long policy\n\n## 1 Words\n\n" + "Before it. ".repeat(20) + "Here are elephants. "
                                + "After it. ".repeat(20))
                .passages()
                .getFirst();

        assertThat(open(passage, "&q=elephant").body())
                .containsPattern("<p>… (Before it\\. |it\\. ){2,5}Here are <mark class=\"found\">elephants</mark>\\. "
                        + "(After it\\. ?){5,12}(After)? …</p>");
    }

    @Test
    void aSearchOfAnyLengthIsAnswered() throws Exception {
        assertThat(open(mobile(1), "&q=" + "laptop+".repeat(500)).statusCode()).isEqualTo(200);
        assertThat(open(mobile(1), "&q=(%5B*%5C+%F0%9F%94%91").statusCode()).isEqualTo(200);
    }

    @Test
    void theStyleIsItsOwn() throws Exception {
        HttpResponse<String> style = server.get("/policies/style/reader.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        assertThat(style.body())
                .contains("prefers-color-scheme: dark", "@media print")
                .doesNotContain("url(", "@import");
        assertThat(open(mobile(1), "").body()).contains("href=\"/policies/style/reader.css\"");
    }

    /** What of a page belongs to a clause. */
    private static String clause(String page, Passage passage) {
        String from = page.substring(page.indexOf("id=\"c-" + passage.id()));
        return from.substring(0, from.indexOf("\n</div>"));
    }

    private Passage mobile(int number) {
        return server.file("mobile.md", MOBILE).passages().get(number);
    }

    private HttpResponse<String> open(Passage passage, String more) throws Exception {
        return server.get(query(passage) + more);
    }

    private String query(Passage passage) {
        java.net.URI link = server.links().link(passage, null).orElseThrow();
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}
