package org.sellmeapen.coaching;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.Said;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.speech.Weights;
import org.springframework.stereotype.Component;

/** Measures what somebody sent. It lies in a file while it is decoded, and nowhere afterwards. */
@Component
class Uploads {

    private static final int AT_ONCE = 2;
    private static final int WAITS_S = 10;

    private final Decoder decoder;
    private final Speech speech;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Uploads(Decoder decoder, Speech speech) {
        this.decoder = decoder;
        this.speech = speech;
    }

    /** @param body not closed; its size is bounded by whoever hands it in */
    Measured measured(InputStream body, @Nullable Said said, String language, @Nullable Weights weights)
            throws IOException {
        try {
            if (!places.tryAcquire(WAITS_S, TimeUnit.SECONDS)) {
                throw new UploadBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadBusy();
        }
        Path file = Files.createTempFile("sellmeapen-", ".upload"); // for its owner only
        try {
            try (var out = Files.newOutputStream(file)) {
                body.transferTo(out);
            }
            try (SampleStream samples = decoder.open(file)) {
                return speech.measured(samples, said, language, weights);
            }
        } finally {
            Files.deleteIfExists(file);
            places.release();
        }
    }
}
