package org.sellmeapen.voice;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.NetUtil;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The way out to vendors: the JDK's TLS and its trusted authorities. */
final class VendorDoor {

    private final SslContext tls;
    private final SecureRandom chance;

    VendorDoor(SecureRandom chance) {
        this.chance = chance;
        try {
            tls = SslContextBuilder.forClient()
                    .protocols("TLSv1.3", "TLSv1.2")
                    .endpointIdentificationAlgorithm("HTTPS")
                    .sessionTimeout(Duration.ofHours(1).toSeconds())
                    .build();
        } catch (SSLException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Where a socket's masks begin; never 0. */
    long seed() {
        return chance.nextLong() | 1;
    }

    SslContext tls() {
        return tls;
    }

    /** Where the name is an address already, and nobody need be asked. */
    @Nullable
    InetAddress literal(String host) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        try {
            return bytes == null ? null : InetAddress.getByAddress(host, bytes);
        } catch (UnknownHostException impossible) {
            return null;
        }
    }
}
