package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Slow clients. */
class HeadersInTimeTests {
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new HeadersInTime(Duration.ofSeconds(10), Duration.ofSeconds(75)));

    {
        channel.freezeTime();
    }

    @Test
    void aConnectionOnWhichNothingComesIsClosed() {
        after(9);
        assertThat(channel.isOpen()).isTrue();
        after(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aRequestThatTakesLongToAnswerIsNotClosed() {
        request();
        after(60);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void afterAnAnswerTheNextRequestMayTakeItsTimeButNotForEver() {
        request();
        answer();
        after(74);
        assertThat(channel.isOpen()).isTrue();
        request();
        answer();
        after(76);
        assertThat(channel.isOpen()).isFalse();
    }

    /** Drop by drop: each byte comes in time, the headers do not. */
    @Test
    void aServerHangsUpOnWhoeverSendsHeadersDropByDrop() throws Exception {
        DisposableServer server = TeamsConfiguration.headersWithin(Duration.ofMillis(300), Duration.ofSeconds(75))
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> response.send())
                .bindNow();
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = slow.getOutputStream();
            out.write("POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            slow.setSoTimeout(10_000);

            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        } finally {
            server.disposeNow();
        }
    }

    private void request() {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void answer() {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    private void after(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
