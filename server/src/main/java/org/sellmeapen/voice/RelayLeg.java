package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;

/** The leg to the vendor as it stands: opened again where it breaks, a few times; without one, what is told it is dropped. */
final class RelayLeg {

    private static final int[] AGAIN_AFTER_MS = {0, 500, 2_000};
    private static final int LONGEST_REST_MS = 5_000;

    /** No vendor tells of speech later than this. */
    private static final int LATEST_NEWS_MS = 10_000;

    private final Loop loop;
    private final Vendor.Told told;
    private final BiFunction<Loop, Vendor.Told, Vendor> vendors;
    private final RelayMicrophone microphone = new RelayMicrophone();

    private @Nullable Vendor vendor;
    private boolean ready;
    private boolean closed;
    private int failures;

    RelayLeg(Loop loop, Vendor.Told told, BiFunction<Loop, Vendor.Told, Vendor> vendors) {
        this.loop = loop;
        this.told = told;
        this.vendors = vendors;
    }

    void open() {
        if (!closed) {
            vendor = vendors.apply(loop, told);
        }
    }

    boolean isReady() {
        return ready;
    }

    boolean isClosed() {
        return closed;
    }

    /** It listens: what was kept of the microphone goes first. */
    void ready() {
        ready = true;
        microphone.to(vendor);
    }

    void works() {
        failures = 0;
    }

    void lost() {
        vendor = null;
        ready = false;
        microphone.to(null);
    }

    /** Tries it again after a while; false where it is not worth it. */
    boolean again(SpeechFailed why) {
        if (!why.isPassing() || failures == AGAIN_AFTER_MS.length) {
            return false;
        }
        long rest =
                why.after() == null ? 0 : Math.min(LONGEST_REST_MS, why.after().toMillis());
        loop.after(Math.max(rest, AGAIN_AFTER_MS[failures++]), this::open);
        return true;
    }

    /** Whether there was one to hang up on. */
    boolean hangUp() {
        if (vendor == null || closed) {
            return false;
        }
        vendor.close();
        return true;
    }

    void close() {
        closed = true;
        microphone.close();
        if (vendor != null) {
            vendor.close();
        }
    }

    void audio(ByteBuf pcm) {
        microphone.audio(pcm);
    }

    /** How long ago that was, by the clock of the audio it was sent. */
    long ago(long legMs) {
        return vendor == null ? 0 : Math.clamp(vendor.sentMs() - legMs, 0, LATEST_NEWS_MS);
    }

    void commit(boolean answered) {
        if (vendor != null) {
            vendor.commit(answered);
        }
    }

    void ask(int turn, String instructions) {
        if (vendor != null) {
            vendor.ask(turn, instructions);
        }
    }

    void stop(long heardMs) {
        if (vendor != null) {
            vendor.stop(heardMs);
        }
    }

    void instruct(String instructions) {
        if (vendor != null && ready) {
            vendor.instruct(instructions);
        }
    }

    void typed(String text) {
        if (vendor != null) {
            vendor.typed(text);
        }
    }

    void flow(boolean on) {
        if (vendor != null) {
            vendor.flow(on);
        }
    }

    void remember(RelayMemory memory, boolean late) {
        if (vendor != null) {
            memory.tell(vendor, late);
        }
    }
}
