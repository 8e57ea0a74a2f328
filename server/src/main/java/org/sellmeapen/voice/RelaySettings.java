package org.sellmeapen.voice;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.connections.Exit;
import org.sellmeapen.connections.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The speech-to-speech vendor between the person and the counterpart, where one is wanted.
 *
 * @param vendor {@code openai}, {@code gemini}, or empty: none
 * @param model and {@code voice} and {@code transcriber}: the vendor's names; empty: one that is known to do
 * @param steering {@code each-turn}: the mind decides every answer before it is spoken; {@code one-turn-late}: the vendor
 *     answers by itself and the mind steers the answer after; empty: as early as the vendor can
 * @param openaiUrl the vendor's own, or that of a server that speaks like it
 */
@ConfigurationProperties("sellmeapen.voice-relay")
record RelaySettings(
        @DefaultValue("") String vendor,
        @DefaultValue("") String model,
        @DefaultValue("") String voice,
        @DefaultValue("") String transcriber,
        @DefaultValue("") String steering,
        @DefaultValue("wss://api.openai.com") String openaiUrl,
        @DefaultValue("") String openaiKey,

        @DefaultValue("wss://generativelanguage.googleapis.com")
        String geminiUrl,

        @DefaultValue("") String geminiKey) {

    static final RelaySettings NONE = new RelaySettings("", "", "", "", "", "", "", "", "");

    RelaySettings {
        if (!Set.of("", RealtimeProviders.OPENAI, RealtimeProviders.GEMINI).contains(vendor)) {
            throw new IllegalArgumentException("SELLMEAPEN_RELAY is openai or gemini, not \"" + vendor + "\"");
        }
        if (!Set.of("", RealtimeProviders.EACH_TURN, RealtimeProviders.ONE_TURN_LATE)
                .contains(steering)) {
            throw new IllegalArgumentException(
                    "SELLMEAPEN_RELAY_STEERING is each-turn or one-turn-late, not \"" + steering + "\"");
        }
        if (vendor.equals(RealtimeProviders.GEMINI) && steering.equals(RealtimeProviders.EACH_TURN)) {
            throw new IllegalArgumentException(
                    "SELLMEAPEN_RELAY_STEERING=each-turn cannot be had with gemini: it always answers by itself");
        }
        if (vendor.equals(RealtimeProviders.OPENAI)) {
            check("OPENAI_REALTIME_URL", openaiUrl, "OPENAI_API_KEY", openaiKey);
        } else if (vendor.equals(RealtimeProviders.GEMINI)) {
            check("GEMINI_LIVE_URL", geminiUrl, "GEMINI_API_KEY", geminiKey);
        }
    }

    boolean isOn() {
        return !vendor.isEmpty();
    }

    /** What is called, as an organisation's own would be; the operator pays, and nobody counts. */
    RealtimeModel model(Exit exit) {
        boolean gemini = vendor.equals(RealtimeProviders.GEMINI);
        return new RealtimeModel(
                vendor,
                URI.create(gemini ? geminiUrl : openaiUrl),
                new Secret(gemini ? geminiKey : openaiKey),
                model.isEmpty() ? RealtimeProviders.find(vendor).orElseThrow().model() : model,
                voice,
                Map.of(RealtimeProviders.STEERING, steering, RealtimeProviders.TRANSCRIBER, transcriber),
                RealtimeModel.USUALLY_WITHIN,
                exit,
                RealtimeModel.Use.NOBODYS);
    }

    /** A key goes over an unencrypted wire only to this very machine. */
    private static void check(String urlName, String url, String keyName, String key) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(urlName + " is no address");
        }
        boolean secure = "wss".equals(address.getScheme());
        if (!secure && !"ws".equals(address.getScheme()) || address.getHost() == null || address.getQuery() != null) {
            throw new IllegalArgumentException(urlName + " is ws://host:port or wss://host, without a query");
        }
        boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
        if (!secure && !here && !key.isEmpty()) {
            throw new IllegalArgumentException(
                    urlName + " must begin with wss:// for the key not to be read on the way");
        }
        if (secure && key.isEmpty()) {
            throw new IllegalArgumentException(keyName + " is missing");
        }
    }

    /** Without the keys: this may be logged. */
    @Override
    public String toString() {
        return "RelaySettings[vendor=" + vendor + ", model=" + model + ", steering=" + steering + "]";
    }
}
