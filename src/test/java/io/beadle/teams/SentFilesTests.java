package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attachments of messages as Teams sends them (Teams docs, "bots-filesv4"), and as somebody might forge them. */
class SentFilesTests {
    @Test
    void findsAnUploadedFile() {
        assertThat(files("""
                {"contentType": "application/vnd.microsoft.teams.file.download.info",
                 "contentUrl": "https://contoso.sharepoint.com/personal/johnadams/Documents/letter.pdf",
                 "name": "letter.pdf",
                 "content": {"downloadUrl": "https://contoso.sharepoint.com/download.aspx?tempauth=1",
                             "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D", "fileType": "pdf", "etag": "1"}}
                """))
                .containsExactly(new SentFile(
                        "letter.pdf", "pdf", "https://contoso.sharepoint.com/download.aspx?tempauth=1", false));
    }

    @Test
    void findsAPictureInTheMessage() {
        assertThat(files("""
                {"contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/uk/v3/attachments/1/views/original"},
                {"contentType": "text/html", "content": "<div><img src=\\"https://elsewhere.test\\"></div>"}
                """))
                .containsExactly(new SentFile(
                        "", "image/*", "https://smba.trafficmanager.net/uk/v3/attachments/1/views/original", true));
    }

    @Test
    void aTextWithItsHtmlHasNoFile() {
        assertThat(files("{\"contentType\": \"text/html\", \"content\": \"<p>hello</p>\"}"))
                .isEmpty();
        assertThat(files("")).isEmpty();
    }

    @Test
    void whatIsForgedIsNoFile() {
        String uploaded = "{\"contentType\": \"application/vnd.microsoft.teams.file.download.info\"";
        assertThat(files("{}, {\"contentType\": \"image/png\"}, "
                        + uploaded + "}, "
                        + uploaded + ", \"content\": \"text\"}, "
                        + uploaded + ", \"content\": {\"downloadUrl\": 7}}, "
                        + uploaded + ", \"content\": {}}"))
                .isEmpty();
        assertThat(files("{\"contentType\": \"image/png\", \"contentUrl\": \"x\"},".repeat(40) + "{}"))
                .hasSize(20);
    }

    private static List<SentFile> files(String attachments) {
        String activity = """
                {"type": "message", "id": "1", "serviceUrl": "https://smba.trafficmanager.net/uk/",
                 "from": {"id": "29:pat"}, "conversation": {"id": "chat", "conversationType": "personal"},
                 "attachments": [%s]}
                """.formatted(attachments);
        return Activities.files(
                ActivityJson.read(activity.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
