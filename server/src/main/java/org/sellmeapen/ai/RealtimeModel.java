package org.sellmeapen.ai;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.sellmeapen.connections.Exit;
import org.sellmeapen.connections.Secret;

/**
 * A vendor that hears and speaks in one, as somebody set it up for one call. Who talks to it, frame by frame, is the room of
 * the live loop.
 *
 * @param provider of {@link RealtimeProviders}
 * @param base {@code wss} or {@code ws}
 * @param model as the vendor names it; never empty
 * @param voice as the vendor names it; empty: the persona's among the usual ones
 * @param options of {@link SpeechProvider#options()}
 * @param within until the vendor takes the call
 * @param exit what has to be passed before a socket is opened
 */
public record RealtimeModel(
        String provider,
        URI base,
        Secret key,
        String model,
        String voice,
        Map<String, String> options,
        Duration within,
        Exit exit,
        Use use) {

    public static final Duration USUALLY_WITHIN = Duration.ofSeconds(10);

    /** Who is told how it goes. Returns at once: it is called on the loop of the call. */
    public interface Use {

        /** Nobody counts, as for what the operator pays. */
        Use NOBODYS = new Use() {
            @Override
            public void worked() {}

            @Override
            public void failed(SpeechFailed why) {}

            @Override
            public boolean took(RealtimeUsage usage, long ms) {
                return true;
            }

            @Override
            public void over() {}
        };

        /** The vendor took the call. */
        void worked();

        void failed(SpeechFailed why);

        /**
         * Something to be paid for.
         *
         * @param ms of sound that was sent since the last time
         * @return false where the month's cap lets no more be had
         */
        boolean took(RealtimeUsage usage, long ms);

        /** Nothing more comes; may be said again. */
        void over();
    }

    public RealtimeModel {
        options = Map.copyOf(options);
    }

    public String option(String name) {
        return options.getOrDefault(name, "");
    }
}
