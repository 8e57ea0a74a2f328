package org.sellmeapen.audio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What one detector said of one take, brought to it in frames of 20 ms. */
final class ActivityRun implements SpeechListener {

    /** @param nowMs when it was told */
    record Event(boolean started, long atMs, long nowMs) {}

    final List<Event> events = new ArrayList<>();
    final BitSet model = new BitSet();
    final BitSet energy = new BitSet();
    final BitSet both = new BitSet();
    final BitSet live = new BitSet();
    int frames;

    static ActivityRun of(short[] pcm, SpeechDetectorSettings settings) {
        return of(pcm, 16_000, 320, settings);
    }

    static ActivityRun of(short[] pcm, int rate, int block, SpeechDetectorSettings settings) {
        ActivityRun run = new ActivityRun();
        SpeechDetector detector = new SpeechDetector(rate, settings, run);
        for (int at = 0; at < pcm.length; at += block) {
            detector.accept(pcm, at, Math.min(block, pcm.length - at));
        }
        run.end();
        return run;
    }

    private void end() {
        if (!events.isEmpty() && events.getLast().started()) {
            live.set((int) (events.getLast().atMs() / 10), frames);
        }
    }

    @Override
    public void started(long atMs, long nowMs) {
        events.add(new Event(true, atMs, nowMs));
    }

    @Override
    public void stopped(long atMs, long nowMs) {
        live.set((int) (events.getLast().atMs() / 10), (int) (atMs / 10));
        events.add(new Event(false, atMs, nowMs));
    }

    @Override
    public void frame(long atMs, float probability, float levelDb, boolean loud, boolean voice) {
        int frame = (int) (atMs / 10);
        model.set(frame, probability >= 0.5);
        energy.set(frame, loud);
        both.set(frame, probability >= 0.5 && loud);
        frames = frame + 1;
    }
}
