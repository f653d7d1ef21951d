package io.beadle.teams;

import java.net.InetAddress;

/** Downloads as in local mode, for tests of other packages. */
public final class LocalDownloads {
    private LocalDownloads() {}

    public static Downloads create() {
        return new TeamsDownloads(within -> null, true, InetAddress::getAllByName);
    }
}
