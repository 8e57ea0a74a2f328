package org.sellmeapen;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what an operator typed is an address at all. */
final class Addresses {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Of this machine or not: binding to it says that. */
    static boolean isHost(String host) {
        try {
            return !(host.matches("[0-9.]+") && !isLiteral(host)) && InetAddress.getByName(host) != null;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** An address, or a network with the length of its prefix. */
    static boolean isRange(String range) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? range : range.substring(0, slash);
        if (!isLiteral(address)) {
            return false;
        }
        int bits = address.contains(":") ? 128 : 32;
        return slash < 0
                || (range.substring(slash + 1).matches("\\d{1,3}")
                        && Integer.parseInt(range.substring(slash + 1)) <= bits);
    }

    /** Scheme, host and perhaps a port; nothing beyond. */
    static boolean isPublicUrl(String text) {
        try {
            URI url = URI.create(text);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && (url.getPath().isEmpty() || url.getPath().equals("/"));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** Whether a browser there keeps a cookie that is for secure places only. */
    static boolean keepsCookies(String url) {
        URI address = URI.create(url);
        return "https".equals(address.getScheme())
                || OWN.contains(address.getHost())
                || String.valueOf(address.getHost()).endsWith(".localhost");
    }

    /** Numbers only, so that nobody's name server is asked. */
    private static boolean isLiteral(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return false;
        }
        if (!address.contains(":") && !address.matches("(\\d{1,3})(\\.\\d{1,3}){3}")) {
            return false;
        }
        try {
            return InetAddress.getByName(address) != null;
        } catch (UnknownHostException not) {
            return false;
        }
    }
}
