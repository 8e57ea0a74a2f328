package org.sellmeapen.media;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sellmeapen.tenancy.MasterKeys;

/**
 * Sealing is two hundred times slower until the compiler has seen it often. Where many begin at once on a server just
 * started, the first seconds of them would not fit into memory, so it is done for nothing when the first one begins.
 */
final class WarmUp {

    private static final int ROUNDS = 1500;

    private final AtomicBoolean done = new AtomicBoolean();

    /** Once, by a thread that stands back for others. */
    void begin() {
        if (!done.getAndSet(true)) {
            Thread.ofPlatform()
                    .name("recordings-warm-up")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(WarmUp::run);
        }
    }

    static void run() {
        RecordingCipher cipher =
                new RecordingCipher(new RecordingId(new UUID(0, 0)), MasterKeys.aead(MasterKeys.fresh()));
        byte[] nothing = new byte[2 * SampleBuffers.BYTES];
        for (int round = 0; round < ROUNDS; round++) {
            cipher.seal(new Segment(round, 1, Segment.SAMPLES, 3, false, nothing.length), nothing);
        }
    }
}
