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
            public void opens(Runnable spent) {}

            @Override
            public boolean answers(Runnable later) {
                return true;
            }

            @Override
            public void took(RealtimeUsage usage, long ms) {}

            @Override
            public void over() {}
        };

        /** The vendor took the call. */
        void worked();

        void failed(SpeechFailed why);

        /**
         * Before the first answer.
         *
         * @param spent told once, on any thread, as soon as the month's cap lets no further answer be had
         */
        void opens(Runnable spent);

        /**
         * One answer is to be asked for, or begins unasked: the most that it may cost is set aside first.
         *
         * @param later done, on any thread, when it is set aside where it is not at once; never, where there is none left
         * @return whether it is set aside already
         */
        boolean answers(Runnable later);

        /**
         * Something to be paid for; the answer, where there was one, is over.
         *
         * @param ms of sound that was sent since the last time
         */
        void took(RealtimeUsage usage, long ms);

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
