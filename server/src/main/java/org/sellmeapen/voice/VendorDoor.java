package org.sellmeapen.voice;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeProviders;

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

    /** Calls it; what comes of that is told. */
    Vendor open(RealtimeModel model, VendorCall call, Loop loop, Vendor.Told told) {
        if (model.provider().equals(RealtimeProviders.GEMINI)) {
            GeminiVendor gemini = new GeminiVendor(model, call, loop, told);
            gemini.open(this);
            return gemini;
        }
        OpenAiVendor openAi = new OpenAiVendor(model, call, loop, told);
        openAi.open(this);
        return openAi;
    }
}
