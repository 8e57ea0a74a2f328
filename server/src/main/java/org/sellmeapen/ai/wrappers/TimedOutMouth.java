package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;

/** As {@link TimedOut}: the first sound and the whole clause have their time. */
public final class TimedOutMouth implements TextToSpeech {

    private final TextToSpeech voice;
    private final Duration first;
    private final Duration whole;
    private final Timing timing;

    public TimedOutMouth(TextToSpeech voice, Duration first, Duration whole, Timing timing) {
        this.voice = voice;
        this.first = first;
        this.whole = whole;
        this.timing = timing;
    }

    @Override
    public String id() {
        return voice.id();
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voice.covers(language);
    }

    @Override
    public SpeechCoverage covers(String language, String text) {
        return voice.covers(language, text);
    }

    @Override
    public void warm() {
        voice.warm();
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Deadline deadline = new Deadline(timing, first, whole);
        boolean over = false;
        try {
            voice.speak(utterance, new InTime(sink, deadline));
            over = true;
            if (deadline.over()) {
                throw late();
            }
        } catch (InterruptedException | SpeechFailed ended) {
            if (!over && deadline.over()) {
                over = true;
                throw late();
            }
            over = true;
            throw ended;
        } finally {
            if (!over) {
                deadline.over();
            }
        }
    }

    private SpeechFailed late() {
        return SpeechFailed.passing(id(), "timed-out");
    }

    /** What comes in the moment in which the time was over is not told: somebody else will speak. */
    private static final class InTime implements SpeechSink {
        private final SpeechSink sink;
        private final Deadline deadline;
        private boolean began;

        InTime(SpeechSink sink, Deadline deadline) {
            this.sink = sink;
            this.deadline = deadline;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            if (began || (length > 0 && deadline.began())) {
                began = true;
                sink.audio(samples, from, length);
            }
        }

        @Override
        public void viseme(int atMs, Viseme viseme) {
            sink.viseme(atMs, viseme);
        }

        @Override
        public void word(int atMs, int fromChar, int toChar) {
            sink.word(atMs, fromChar, toChar);
        }
    }
}
