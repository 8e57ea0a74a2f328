package org.sellmeapen.coaching;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.kernel.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What was said in a take, by an ear of the organisation's that writes hesitations down. Of words by any other no filler
 * could be counted, and too few would look like a success; then there are none.
 */
@Component
class TakeEar {

    private static final Logger log = LoggerFactory.getLogger(TakeEar.class);

    private static final int RATE = 16_000;
    private static final int FRAME = RATE / 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Senses senses;

    TakeEar(Senses senses) {
        this.senses = senses;
    }

    Optional<SpeechToText> of(OrganisationId organisation, String language) {
        return senses.ears(organisation, language).inOrder().stream()
                .map(Senses.Ear::ear)
                .filter(ear -> ear.verbatim(language))
                .findFirst();
    }

    /** @param take read up to that many seconds, not closed */
    Optional<Recognised> words(SpeechToText ear, SampleStream take, String language, double longestS)
            throws IOException {
        LinkedBlockingQueue<Optional<Recognised>> answers = new LinkedBlockingQueue<>();
        TranscriptionListener listener = new TranscriptionListener() {
            @Override
            public void utterance(Recognised heard) {
                answers.add(Optional.of(heard).filter(one -> !one.text().isBlank()));
            }

            @Override
            public void failed(SpeechFailed why) {
                log.info("a take was not understood: {}", why.getMessage());
                answers.add(Optional.empty());
            }
        };
        try (Transcribing stream = ear.open(new TranscriptionWish(language, RATE), listener)) {
            push(Resampled.to(RATE, take), stream, (long) (longestS * RATE));
            stream.endOfUtterance();
            Optional<Recognised> answer = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? Optional.empty() : answer;
        } catch (SpeechFailed failed) {
            log.info("a take was not heard: {}", failed.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void push(SampleStream take, Transcribing stream, long most) throws IOException {
        float[] block = new float[FRAME * take.channels()];
        short[] mono = new short[FRAME];
        long pushed = 0;
        for (int count = take.read(block); count > 0 && pushed < most; count = take.read(block)) {
            Arrays.fill(mono, (short) 0);
            for (int i = 0; i < count; i++) {
                float sum = 0;
                for (int channel = 0; channel < take.channels(); channel++) {
                    sum += block[i * take.channels() + channel];
                }
                mono[i] = (short)
                        Math.clamp(Math.round(32_767 * sum / take.channels()), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            stream.audio(mono, 0, count);
            pushed += count;
        }
    }
}
