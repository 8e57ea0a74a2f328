package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTests {

    private final Proxies proxies = new Proxies("10.0.0.0/8, 192.0.2.7,2001:db8::/32");

    private String client(String peer, String... forwardedFor) {
        return proxies.client(new InetSocketAddress(peer, 4_000), List.of(forwardedFor));
    }

    @Test
    void whoIsNoProxyIsWhoTheyAre() {
        assertThat(client("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(client("192.0.2.8", "198.51.100.1")).isEqualTo("192.0.2.8");
        assertThat(new Proxies("").client(new InetSocketAddress("10.0.0.1", 1), List.of("198.51.100.1")))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void aProxySaysWhomItSpeaksFor() {
        assertThat(client("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client("192.0.2.7", "2001:db9::5")).isEqualTo("2001:db9:0:0:0:0:0:5");
        assertThat(client("2001:db8::1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client("10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @Test
    void whatTheClientItselfWroteBeforeItIsNotBelieved() {
        assertThat(client("10.1.2.3", "1.2.3.4, 198.51.100.1, 10.9.9.9")).isEqualTo("198.51.100.1");
        assertThat(client("10.1.2.3", "1.2.3.4", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressIsNoWord() {
        assertThat(client("10.1.2.3", "unknown")).isEqualTo("10.1.2.3");
        assertThat(client("10.1.2.3", "", ",")).isEqualTo("10.1.2.3");
    }
}
