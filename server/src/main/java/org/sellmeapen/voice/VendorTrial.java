package org.sellmeapen.voice;

import io.netty.channel.EventLoopGroup;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeTrial;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Voices;
import org.springframework.stereotype.Component;

/** Calls a vendor for an administrator, on a loop of its own that nobody's call lives on. */
@Component
class VendorTrial implements RealtimeTrial {

    private static final String ROLE = "You are tried out. Say nothing but what you are asked to say, in English.";

    private final VendorDoor door;
    private final Clock clock;

    VendorTrial(SecureRandom chance, Clock clock) {
        this.door = new VendorDoor(chance);
        this.clock = clock;
    }

    @Override
    public Spoken speak(RealtimeModel model, String sentence, Duration within)
            throws SpeechFailed, InterruptedException {
        EventLoopGroup threads = Transport.threads(1);
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            NettyLoop loop = new NettyLoop(threads.next(), beside);
            Listening listening = new Listening(model.provider(), sentence);
            int rate = Vendors.upRate(List.of(model));
            VendorCall call = new VendorCall(
                    ROLE,
                    "en",
                    TurnRules.SHORTEST_PATIENCE_MS,
                    Vendors.steersEachTurn(model),
                    rate,
                    Voices.of("test", "en").voice());
            loop.run(() -> listening.vendor = door.open(model, call, loop, listening));
            try {
                return listening.spoken.get(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                throw SpeechFailed.passing(model.provider(), "timed-out");
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof SpeechFailed why
                        ? why
                        : SpeechFailed.lasting(model.provider(), "garbled");
            } finally {
                leave(loop, listening);
            }
        } finally {
            threads.shutdownGracefully(50, 1_000, TimeUnit.MILLISECONDS);
        }
    }

    /** What was taken is known once it is left. */
    private static void leave(Loop loop, Listening listening) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        loop.run(() -> {
            listening.leave();
            left.countDown();
        });
        left.await(1, TimeUnit.SECONDS);
    }

    /** All on the loop but what is waited for. */
    private final class Listening implements Vendor.Told {
        private final String provider;
        private final String sentence;
        private final Instant begun = clock.instant();
        private final StringBuilder words = new StringBuilder();
        private final CompletableFuture<Spoken> spoken = new CompletableFuture<>();
        private @Nullable Vendor vendor;
        private @Nullable Duration firstSound;

        Listening(String provider, String sentence) {
            this.provider = provider;
            this.sentence = sentence;
        }

        void leave() {
            if (vendor != null) {
                vendor.close();
            }
        }

        private Duration since() {
            return Duration.between(begun, clock.instant());
        }

        @Override
        public void ready() {
            if (vendor != null) {
                vendor.ask(0, ROLE + " Say: " + sentence);
            }
        }

        @Override
        public void audio(byte[] pcm, int length) {
            if (firstSound == null && length > 0) {
                firstSound = since();
            }
        }

        @Override
        public void words(String more) {
            words.append(more);
        }

        @Override
        public void replyEnded(Vendor.End how) {
            if (how == Vendor.End.WHOLE && firstSound != null) {
                spoken.complete(new Spoken(firstSound, since(), words.toString().strip()));
            } else {
                spoken.completeExceptionally(SpeechFailed.passing(provider, "vendor-trouble"));
            }
        }

        @Override
        public void leaving() {}

        @Override
        public void lost(SpeechFailed why) {
            spoken.completeExceptionally(why);
        }

        @Override
        public void speechStarted(long atMs) {}

        @Override
        public void speechStopped(long atMs) {}

        @Override
        public void sofar(String text) {}

        @Override
        public void heard(String text) {}

        @Override
        public void replyBegan(@Nullable Integer turn) {}
    }
}
