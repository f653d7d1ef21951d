package io.beadle.teams;

import java.net.InetAddress;

/** Beadle was asked to listen to the network without a registration by which it could tell Teams from anybody else. */
class LocalModeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalModeException(InetAddress address) {
        super("Without beadle.teams.app-id Beadle is in local mode, checks no tokens and listens on loopback only:"
                + " server.address is " + address.getHostAddress());
    }
}
