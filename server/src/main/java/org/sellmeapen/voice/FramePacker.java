package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Arrays;
import java.util.function.Consumer;
import org.sellmeapen.ai.TextToSpeech;

/** Packs samples, however many come at a time, into frames as they go over the line. */
final class FramePacker {

    static final int MS = 20;

    private static final int SAMPLES = TextToSpeech.RATE * MS / 1000;

    private final Consumer<ByteBuf> frames;
    private final short[] part = new short[SAMPLES];
    private int filled;

    /** @param frames takes each frame over */
    FramePacker(Consumer<ByteBuf> frames) {
        this.frames = frames;
    }

    void add(short[] samples) {
        int at = 0;
        while (at < samples.length) {
            int fits = Math.min(SAMPLES - filled, samples.length - at);
            System.arraycopy(samples, at, part, filled, fits);
            at += fits;
            filled += fits;
            if (filled == SAMPLES) {
                send();
            }
        }
    }

    /** What is left, filled up with silence. */
    void flush() {
        if (filled > 0) {
            Arrays.fill(part, filled, SAMPLES, (short) 0);
            send();
        }
    }

    private void send() {
        filled = 0;
        ByteBuf pcm = PooledByteBufAllocator.DEFAULT.directBuffer(SAMPLES * 2);
        for (short sample : part) {
            pcm.writeShortLE(sample);
        }
        frames.accept(pcm);
    }
}
