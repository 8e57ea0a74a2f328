package org.sellmeapen.ai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What comes behind the last word of an answer: the end of the message. It is read, not cut off, since only then the
 * connection serves the next question and no second handshake stands before its first word.
 */
final class Remainder {

    /** A vendor that goes on talking, or keeps the line open, is hung up on. */
    private static final int MOST_BYTES = 64 << 10;

    private static final int WITHIN_SECONDS = 2;

    private Remainder() {}

    /** Returns at once: mostly the end is there already, else a thread of its own waits for it. Closes the stream. */
    static void of(InputStream body) {
        try {
            byte[] away = new byte[512];
            for (int left = MOST_BYTES; body.available() > 0; ) {
                int read = body.read(away);
                left -= read;
                if (read < 0 || left < 0) {
                    body.close();
                    return;
                }
            }
        } catch (IOException _) {
            close(body);
            return;
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.completeOnTimeout(null, WITHIN_SECONDS, TimeUnit.SECONDS).thenRun(() -> close(body));
        Thread.ofVirtual().name("remainder").start(() -> {
            awaited(body);
            over.complete(null); // takes the timer back too
        });
    }

    private static void awaited(InputStream body) {
        try {
            body.skipNBytes(MOST_BYTES);
        } catch (IOException _) {
            // its end, as expected, or broken
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // it is closed either way
        }
    }
}
