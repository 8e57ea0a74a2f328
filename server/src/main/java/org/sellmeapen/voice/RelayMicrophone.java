package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Hands the microphone's frames to the vendor's leg, and keeps the latest few seconds while there is none. */
final class RelayMicrophone {

    private static final int KEPT_FRAMES = 150;

    private final Deque<ByteBuf> kept = new ArrayDeque<>();
    private @Nullable Vendor leg;

    void audio(ByteBuf pcm) {
        Vendor to = leg;
        if (to != null) {
            to.audio(pcm);
            return;
        }
        kept.add(pcm.copy());
        if (kept.size() > KEPT_FRAMES) {
            kept.remove().release();
        }
    }

    void to(@Nullable Vendor vendor) {
        leg = vendor;
        if (vendor != null) {
            while (!kept.isEmpty()) {
                ByteBuf pcm = kept.remove();
                vendor.audio(pcm);
                pcm.release();
            }
        }
    }

    void close() {
        leg = null;
        kept.forEach(ByteBuf::release);
        kept.clear();
    }
}
