package org.sellmeapen.voice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The listener for voice.
 *
 * @param host the address it listens on
 * @param port 0 takes any that is free
 * @param url as browsers reach it, where that is not the page's own host with this port (behind a proxy): {@code wss://…}
 * @param trustedProxies CIDR ranges, comma-separated; their X-Forwarded-For is believed, nobody else's
 * @param cert and {@code key}: PEM files; absent: no TLS here
 * @param ticketLifetime from its issue to its use
 * @param letInWithin from a connection's acceptance to the end of its handshake
 * @param idle a silent socket is asked after this long, and closed after twice as long
 * @param threads of the listener
 */
@ConfigurationProperties("sellmeapen.voice-line")
record VoiceSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("0") int port,
        @Nullable String url,
        @DefaultValue("") String trustedProxies,
        @Nullable String cert,
        @Nullable String key,
        @DefaultValue("5m") Duration ticketLifetime,
        @DefaultValue("5s") Duration letInWithin,
        @DefaultValue("15s") Duration idle,
        @DefaultValue("0") int threads) {

    int threadsOr(int processors) {
        return threads > 0 ? threads : Math.max(1, processors);
    }
}
