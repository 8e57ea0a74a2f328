package org.sellmeapen.voice;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator's own proxies: what they say of whom they speak for is believed, as the pages believe it, nobody else's. */
final class Proxies {

    private final List<IpSubnetFilterRule> ranges;

    /** @param ranges addresses and CIDR ranges, comma-separated */
    Proxies(String ranges) {
        this.ranges = Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(Proxies::rule)
                .toList();
    }

    boolean trusts(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress from && ranges.stream().anyMatch(range -> range.matches(from));
    }

    /** @param forwardedFor the {@code X-Forwarded-For} headers as they came; each proxy adds at the end whom it heard */
    String client(@Nullable SocketAddress peer, List<String> forwardedFor) {
        SocketAddress client = peer;
        List<String> hops = List.of(String.join(",", forwardedFor).split(","));
        for (int k = hops.size() - 1; k >= 0 && trusts(client); k--) {
            InetAddress hop =
                    NetUtil.createInetAddressFromIpAddressString(hops.get(k).strip());
            if (hop == null) {
                break;
            }
            client = new InetSocketAddress(hop, 0);
        }
        return client instanceof InetSocketAddress from ? from.getAddress().getHostAddress() : "";
    }

    private static IpSubnetFilterRule rule(String range) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? range : range.substring(0, slash);
        int bits = slash < 0 ? (address.contains(":") ? 128 : 32) : Integer.parseInt(range.substring(slash + 1));
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
