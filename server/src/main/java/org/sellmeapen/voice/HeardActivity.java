package org.sellmeapen.voice;

import java.util.function.LongConsumer;
import org.sellmeapen.audio.SpeechDetector;
import org.sellmeapen.audio.SpeechDetectorSettings;
import org.sellmeapen.audio.SpeechListener;

/** Hears with the server's own detector. */
final class HeardActivity implements Activity, SpeechListener {

    private final SpeechDetector detector;
    private LongConsumer started = _ -> {};
    private LongConsumer stopped = _ -> {};

    HeardActivity(int rate) {
        detector = new SpeechDetector(rate, SpeechDetectorSettings.STANDARD, this);
    }

    @Override
    public void audio(short[] samples, int length, LongConsumer started, LongConsumer stopped) {
        this.started = started;
        this.stopped = stopped;
        detector.accept(samples, 0, length);
    }

    @Override
    public void started(long atMs, long nowMs) {
        started.accept(nowMs - atMs);
    }

    @Override
    public void stopped(long atMs, long nowMs) {
        stopped.accept(nowMs - atMs);
    }
}
