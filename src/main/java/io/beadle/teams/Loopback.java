package io.beadle.teams;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses stay on this machine. Names other than {@code localhost} are never looked up: DNS can be made to lie. */
final class Loopback {
    private static final Pattern LITERAL =
            Pattern.compile("127(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F]*(:[0-9a-fA-F]*){2,7}]?");

    private Loopback() {}

    static boolean is(String uri) {
        try {
            return is(new URI(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean is(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        return ("http".equals(scheme) || "https".equals(scheme)) && host != null && isHost(host);
    }

    static boolean orHttps(URI uri) {
        return is(uri) || ("https".equals(uri.getScheme()) && uri.getHost() != null);
    }

    private static boolean isHost(String host) {
        if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return LITERAL.matcher(host).matches()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
