package org.sellmeapen.ai.wrappers;

import java.util.ArrayList;
import java.util.List;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;

/** Asks one voice after the other until one speaks; once there was sound, that voice's failure is the answer. */
public final class FallingBackMouth implements TextToSpeech {

    private final List<TextToSpeech> voices;

    /** @param voices at least one, the preferred first */
    public FallingBackMouth(List<TextToSpeech> voices) {
        this.voices = List.copyOf(voices);
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("nobody to fall back to");
        }
    }

    @Override
    public String id() {
        return voices.getFirst().id();
    }

    @Override
    public SpeechCoverage covers(String language) {
        return first(voices.stream().map(voice -> voice.covers(language)).toList());
    }

    @Override
    public SpeechCoverage covers(String language, String text) {
        return first(voices.stream().map(voice -> voice.covers(language, text)).toList());
    }

    private static SpeechCoverage first(List<SpeechCoverage> all) {
        return all.stream()
                .filter(SpeechCoverage.Spoken.class::isInstance)
                .findFirst()
                .orElse(all.getFirst());
    }

    @Override
    public void warm() {
        voices.getFirst().warm();
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        for (int place = 0; ; place++) {
            Held held = new Held(sink);
            try {
                voices.get(place).speak(utterance, held);
                held.release();
                return;
            } catch (SpeechFailed failed) {
                if (held.began || place == voices.size() - 1) {
                    throw failed;
                }
            }
        }
    }

    /** Shapes and words that come before any sound wait for it: whoever fails then has told nothing. One thread. */
    private static final class Held implements SpeechSink {
        private final SpeechSink sink;
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean began;

        Held(SpeechSink sink) {
            this.sink = sink;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            if (length > 0) {
                release();
            }
            sink.audio(samples, from, length);
        }

        @Override
        public void viseme(int atMs, Viseme viseme) {
            mark(() -> sink.viseme(atMs, viseme));
        }

        @Override
        public void word(int atMs, int fromChar, int toChar) {
            mark(() -> sink.word(atMs, fromChar, toChar));
        }

        private void mark(Runnable mark) {
            if (began) {
                mark.run();
            } else {
                waiting.add(mark);
            }
        }

        private void release() {
            began = true;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }
}
