package org.sellmeapen.voice;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Where a page finds the listener. */
@Component
@ConditionalOnWebApplication
public class VoiceAddress {

    private final VoiceSettings settings;
    private final Listener listener;
    private final URI publicUrl;

    VoiceAddress(VoiceSettings settings, Listener listener, @Value("${sellmeapen.public-url}") URI publicUrl) {
        this.settings = settings;
        this.listener = listener;
        this.publicUrl = publicUrl;
    }

    /** @param host as the page's own address names it */
    public String seenFrom(boolean secure, String host) {
        return origin(secure, host) + Doorman.PATH;
    }

    /** For the page's policy on where it may connect to. */
    public String origin(boolean secure, String host) {
        if (settings.url() != null) {
            return settings.url();
        }
        String named = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        if (settings.cert() != null) {
            return "wss://" + named + ":" + listener.port();
        }
        // TLS ends before us: whoever ends it passes the path on to the listener.
        boolean behindProxy = secure || "https".equals(publicUrl.getScheme());
        return behindProxy ? "wss://" + publicUrl.getRawAuthority() : "ws://" + named + ":" + listener.port();
    }
}
