package org.sellmeapen.coaching;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.OrganisationId;
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

    /** Measures what lies in a file. */
    private interface Measuring {
        Measured of(Path file) throws IOException;
    }

    private final Decoder decoder;
    private final Speech speech;
    private final TakeEar ears;
    private final Drillbook book;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Uploads(Decoder decoder, Speech speech, TakeEar ears, Drillbook book) {
        this.decoder = decoder;
        this.speech = speech;
        this.ears = ears;
        this.book = book;
    }

    /** @param body not closed; its size is bounded by whoever hands it in */
    Measured measured(InputStream body, String language, @Nullable Weights weights, boolean oneVoice)
            throws IOException {
        return kept(body, file -> measured(file, null, language, weights, oneVoice));
    }

    /** An exercise, with its words where an ear of the organisation's writes all of them down. */
    Measured take(InputStream body, OrganisationId organisation, String language) throws IOException {
        Optional<SpeechToText> ear = ears.of(organisation, language);
        return kept(body, file -> measured(file, words(file, ear.orElse(null), language), language, null, true));
    }

    private @Nullable Said words(Path file, @Nullable SpeechToText ear, String language) throws IOException {
        if (ear == null) {
            return null;
        }
        try (SampleStream samples = decoder.open(file)) {
            return ears.words(ear, samples, language, book.longestS())
                    .map(heard -> Said.plain(language, heard.text()).recognised(heard.sureness()))
                    .orElse(null);
        }
    }

    private Measured measured(
            Path file, @Nullable Said said, String language, @Nullable Weights weights, boolean oneVoice)
            throws IOException {
        try (SampleStream samples = decoder.open(file)) {
            return speech.measured(samples, said, language, weights, oneVoice);
        }
    }

    private Measured kept(InputStream body, Measuring measuring) throws IOException {
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
            return measuring.of(file);
        } finally {
            Files.deleteIfExists(file);
            places.release();
        }
    }
}
