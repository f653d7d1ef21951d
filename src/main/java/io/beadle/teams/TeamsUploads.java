package io.beadle.teams;

import io.beadle.teams.UploadException.Reason;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.URI;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Puts a file by one request over a connection of its own. The upload session that Teams opens is addressed by its URL alone:
 * the bot's token is sent to nobody.
 */
class TeamsUploads implements Uploads {
    private final boolean loopbackOnly;
    private final HttpClient client;

    TeamsUploads(boolean loopbackOnly, PublicAddresses.Lookup lookup) {
        this.loopbackOnly = loopbackOnly;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
                .resolver(loopbackOnly ? DefaultAddressResolverGroup.INSTANCE : new PublicAddresses(lookup))
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false);
    }

    @Override
    public void put(FileConsent.Upload to, byte[] content, Limits limits) {
        URI uri = new FileHosts(loopbackOnly, limits.hosts())
                .allowed(to.url())
                .orElseThrow(() -> new UploadException(Reason.NOT_ALLOWED, 0));
        int status = client.headers(headers -> headers.set("Content-Type", "application/octet-stream")
                        .set("Content-Length", content.length)
                        .set("Content-Range", "bytes 0-%d/%d".formatted(content.length - 1, content.length)))
                .put()
                .uri(uri)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(content)))
                .responseSingle((response, body) -> Mono.just(response.status().code()))
                .timeout(limits.within())
                .onErrorMap(TeamsUploads::why)
                .blockOptional()
                .orElseThrow(() -> new UploadException(Reason.NO_ANSWER, 0));
        if (status < 200 || status >= 300) {
            throw new UploadException(Reason.REFUSED, status);
        }
    }

    private static Throwable why(Throwable failure) {
        boolean isPrivate = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .anyMatch(PublicAddresses.PrivateAddressException.class::isInstance);
        return new UploadException(isPrivate ? Reason.NOT_ALLOWED : Reason.NO_ANSWER, 0);
    }
}
