package org.sellmeapen.connections;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet. Whatever IANA reserved for something else is none: private, loopback,
 * link-local (clouds answer there with their machine's credentials), shared, unique-local, multicast, documentation, and
 * the forms of IPv6 that carry an IPv4 address inside, unless that one is public.
 */
final class PublicAddresses {

    private record Block(byte[] start, int bits) {
        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (start[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32", // public by number, but a cloud's own host answers there to each of its machines
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20");

    private static final Block GLOBAL_UNICAST = block("2000::/3");
    private static final Block NAT64 = block("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet4Address)) {
            if (NAT64.holds(bytes)) {
                return has4(Arrays.copyOfRange(bytes, 12, 16)); // how a network without IPv4 reaches the rest
            }
            if (!GLOBAL_UNICAST.holds(bytes)) {
                return false;
            }
        }
        return has4(bytes);
    }

    private static boolean has4(byte[] bytes) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(PublicAddresses::block).toList();
    }

    private static Block block(String cidr) {
        int slash = cidr.indexOf('/');
        return new Block(
                InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                Integer.parseInt(cidr.substring(slash + 1)));
    }
}
