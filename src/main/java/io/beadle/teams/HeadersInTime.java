package io.beadle.teams;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no request begins in time, be it idle or be its headers sent drop by drop: each would hold a
 * file descriptor and memory for ever. While a request is read and answered, it does not count.
 */
final class HeadersInTime extends ChannelDuplexHandler {
    static final Duration FIRST = Duration.ofSeconds(10);

    /** Longer than reverse proxies keep a connection that they do not use, so that they close it and not we. */
    static final Duration NEXT = Duration.ofSeconds(75);

    private final Duration first;
    private final Duration next;
    private @Nullable Future<?> end;

    HeadersInTime(Duration first, Duration next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expect(context, first);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            stop();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelPromise written = message instanceof LastHttpContent
                ? promise.unvoid().addListener(done -> expect(context, next))
                : promise;
        Future<?> unused = context.write(message, written);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void expect(ChannelHandlerContext context, Duration within) {
        stop();
        if (context.channel().isOpen()) {
            Runnable close = () -> {
                Future<?> unused = context.close();
            };
            end = context.executor().schedule(close, within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
