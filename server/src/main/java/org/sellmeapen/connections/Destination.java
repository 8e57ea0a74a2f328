package org.sellmeapen.connections;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server at a port, in the one spelling that is stored and compared. Spellings that programs read differently (numbers
 * with fewer dots, octal and hexadecimal ones, a trailing dot, zones, a name before an at sign) are refused, not guessed.
 *
 * @param host in lower case; IPv6 in brackets
 */
record Destination(String host, int port, boolean encrypted) {

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:/@?#\\s]+)(?::(\\d{1,5}))?");

    private static final List<String> LOCAL = List.of(
            ".localhost",
            ".local",
            ".localdomain",
            ".internal",
            ".intranet",
            ".private",
            ".corp",
            ".home",
            ".lan",
            ".home.arpa");

    private static final Set<String> CLOUDS =
            Set.of("metadata.goog", "metadata.tencentyun.com", "metadata.packet.net", "metadata.platformequinix.com");

    static Destination of(URI address) throws NotAllowedOut {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean encrypted = switch (scheme) {
            case "https", "wss" -> true;
            case "http", "ws" -> false;
            default -> throw notUnderstood(address.getHost());
        };
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw notUnderstood(address.getHost());
        }
        int port = address.getPort() == -1 ? (encrypted ? 443 : 80) : address.getPort();
        return of(address.getHost(), port, encrypted);
    }

    /** @param text such as {@code api.example.com} or {@code gpu.lan:8000}; the port is 443 where none is said */
    static Destination of(String text) throws NotAllowedOut {
        var parts = HOST_AND_PORT.matcher(text.strip());
        if (!parts.matches()) {
            throw notUnderstood(null);
        }
        return of(parts.group(1), parts.group(2) == null ? 443 : Integer.parseInt(parts.group(2)), true);
    }

    private static Destination of(String given, int port, boolean encrypted) throws NotAllowedOut {
        String host = given.toLowerCase(Locale.ROOT);
        if (port < 1 || port > 65_535) {
            throw notUnderstood(host);
        }
        if (host.startsWith("[")) {
            return new Destination(literal6(host), port, encrypted);
        }
        boolean understood = NUMERIC.matcher(host).matches()
                ? IPV4.matcher(host).matches()
                : NAME.matcher(host).matches();
        if (!understood) {
            throw notUnderstood(host);
        }
        return new Destination(host, port, encrypted);
    }

    private static String literal6(String host) throws NotAllowedOut {
        if (IPV6.matcher(host).matches()) {
            try {
                String address = InetAddress.ofLiteral(host.substring(1, host.length() - 1))
                        .getHostAddress();
                // A mapped IPv4 address comes out as what it is.
                return address.contains(":") ? "[" + address + "]" : address;
            } catch (IllegalArgumentException _) {
                // falls through to the refusal
            }
        }
        throw notUnderstood(host);
    }

    /** The address, where the host is one and no name. */
    @Nullable
    InetAddress literal() {
        if (host.startsWith("[")) {
            return InetAddress.ofLiteral(host.substring(1, host.length() - 1));
        }
        return NUMERIC.matcher(host).matches() ? InetAddress.ofLiteral(host) : null;
    }

    /**
     * Whether its name says that it stands in the house: one without a dot, one of those that are never given out in public
     * (RFC 6761, 6762 with its appendix G, 8375, ICANN's internal), or where a cloud tells a machine its credentials.
     */
    boolean isLocalByName() {
        return literal() == null
                && (host.indexOf('.') < 0
                        || CLOUDS.contains(host)
                        || LOCAL.stream().anyMatch(host::endsWith));
    }

    private static NotAllowedOut notUnderstood(@Nullable String host) {
        return new NotAllowedOut("address-not-understood", host == null ? "?" : host);
    }
}
