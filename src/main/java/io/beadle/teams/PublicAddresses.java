package io.beadle.teams;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks names up for connections that must leave the council's own network. It is what the connection is made by, so a name
 * cannot mean one address when it is checked and another when it is used. One private address among a name's refuses them all.
 */
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {
    private final Lookup lookup;

    PublicAddresses(Lookup lookup) {
        this.lookup = lookup;
    }

    /** As {@link InetAddress#getAllByName}. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** A name that leads into a private network; its message names nothing. */
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new InetNameResolver(executor) {
            @Override
            protected void doResolve(String host, Promise<InetAddress> promise) {
                apart(() -> promise.trySuccess(addresses(host).getFirst()), promise);
            }

            @Override
            protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
                apart(() -> promise.trySuccess(addresses(host)), promise);
            }
        });
    }

    private interface Resolving {
        void run() throws UnknownHostException;
    }

    /** Looking up blocks, and this is called on an event loop. */
    private static void apart(Resolving resolving, Promise<?> promise) {
        Thread.ofVirtual().name("evidence-lookup").start(() -> {
            try {
                resolving.run();
            } catch (UnknownHostException | RuntimeException e) {
                promise.tryFailure(e);
            }
        });
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> all = List.of(lookup.all(host));
        if (all.isEmpty() || !all.stream().allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddressException();
        }
        return all;
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address.getAddress()));
    }

    /** Of IANA's registries of special addresses (RFC 6890) those that {@link InetAddress} does not know. */
    private static boolean isSpecial(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        if (address.length == 4) {
            boolean carrier = first == 100 && (second & 0xc0) == 64;
            boolean protocol = first == 192 && second == 0 && address[2] == 0;
            boolean benchmark = first == 198 && (second & 0xfe) == 18;
            return first == 0 || first >= 240 || carrier || protocol || benchmark;
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean embedsIpv4 = (first == 0x20 && second == 0x02) || first == 0x00;
        return unique || embedsIpv4;
    }
}
