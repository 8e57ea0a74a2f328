package org.sellmeapen.audio;

import org.jspecify.annotations.Nullable;

/**
 * Hears one person's microphone as it comes and says when they speak: where the Silero network AND the {@link EnergyGate}
 * say so. The network alone goes on after the voice has ended, the gate alone takes every noise for a voice.
 *
 * <p>How the sound is cut into blocks makes no difference. Belongs to one thread; makes no garbage; holds about 20 kB beside
 * the weights, which all share. {@code clients/packages/voice-client/src/activity/speech-detector.ts} is the same.
 */
public final class SpeechDetector {

    private static final int RATE = 16_000;
    private static final int FRAME_MS = 10;
    private static final int FRAME = RATE / 1000 * FRAME_MS;
    private static final int RECENT = 64;

    /** Keeps digital silence finite. */
    private static final double NO_POWER = 1e-12;

    private enum State {
        QUIET,
        PERHAPS,
        SPEAKING
    }

    private final SpeechDetectorSettings settings;
    private final SpeechListener listener;
    private final int rate;
    private final @Nullable LiveResampled resampled;
    private final SileroVad silero = new SileroVad();
    private final EnergyGate gate = new EnergyGate();
    private final HighPass belowVoice = new HighPass(80, RATE);
    private final float[] chunk = new float[SileroVad.CHUNK];
    private final float[] levels = new float[RECENT]; // of the last frames
    private final boolean[] loud = new boolean[RECENT]; // enough to begin
    private final boolean[] fading = new boolean[RECENT]; // enough to go on

    private long origin; // where the clock stood at the first sample
    private long heard; // samples, at the rate they came
    private long samples; // at 16 kHz
    private double power;
    private float probability;
    private long frames; // measured
    private long judged; // frames, too

    private State state = State.QUIET;
    private long first; // voiced frame, of the speech that may be or is
    private long last;
    private int voiced;
    private long over; // frame behind the speech before

    /** @param rate of the samples that will come, 16,000 or more */
    public SpeechDetector(int rate, SpeechDetectorSettings settings, SpeechListener listener) {
        if (rate < RATE) {
            throw new IllegalArgumentException("A voice is not heard at %d Hz".formatted(rate));
        }
        this.rate = rate;
        this.settings = settings;
        this.listener = listener;
        resampled = rate == RATE ? null : new LiveResampled(rate, RATE);
    }

    /** Hears the next samples and tells the listener what they bring. */
    public void accept(short[] pcm, int from, int length) {
        for (int i = from; i < from + length; i++) {
            float sample = pcm[i] / 32_768f;
            heard++;
            if (resampled == null) {
                hear(sample);
            } else {
                resampled.hear(sample);
                while (resampled.ready()) {
                    hear(resampled.next());
                }
            }
        }
    }

    /** Forgets everything, also that somebody speaks, which the listener is not told. The clock goes on from there. */
    public void reset(long clockMs) {
        if (resampled != null) {
            resampled.reset();
        }
        silero.reset();
        gate.reset();
        belowVoice.reset();
        origin = clockMs;
        heard = 0;
        samples = 0;
        power = 0;
        probability = 0;
        frames = 0;
        judged = 0;
        state = State.QUIET;
        over = 0;
    }

    /** How far it has heard. */
    public long clockMs() {
        return origin + heard * 1000 / rate;
    }

    /** Whether the listener was last told that speech started. */
    public boolean speaking() {
        return state == State.SPEAKING;
    }

    /** 0 while nobody speaks; else from the beginning of the speech to its last sound so far. */
    public long spokenMs() {
        return speaking() ? (last + 1 - first) * FRAME_MS : 0;
    }

    /** Since the last sound that was a voice; since the beginning where there was none. */
    public long silentMs() {
        long since = speaking() ? last + 1 : over;
        return Math.max(0, clockMs() - origin - since * FRAME_MS);
    }

    private void hear(float sample) {
        chunk[(int) (samples % SileroVad.CHUNK)] = sample;
        double above = belowVoice.next(sample);
        power += above * above;
        samples++;
        if (samples % FRAME == 0) {
            measure();
        }
        if (samples % SileroVad.CHUNK == 0) {
            probability = silero.probability(chunk);
        }
        // A frame belongs to the chunk that holds its middle.
        while (judged < frames && judged * FRAME + FRAME / 2 < samples / SileroVad.CHUNK * SileroVad.CHUNK) {
            judge(judged);
            judged++;
        }
    }

    private void measure() {
        double level = 10 * Math.log10(power / FRAME + NO_POWER);
        power = 0;
        gate.hear(level);
        int slot = (int) (frames % RECENT);
        levels[slot] = (float) level;
        loud[slot] = level >= gate.threshold();
        fading[slot] = level >= gate.fading();
        frames++;
    }

    private void judge(long frame) {
        int slot = (int) (frame % RECENT);
        boolean likely = probability >= (state == State.SPEAKING ? settings.release() : settings.onset());
        boolean voice = likely && (state == State.SPEAKING ? fading[slot] : loud[slot]);
        listener.frame(origin + frame * FRAME_MS, probability, levels[slot], loud[slot], voice);
        switch (state) {
            case QUIET -> {
                if (voice) {
                    state = State.PERHAPS;
                    first = frame;
                    last = frame;
                    voiced = 1;
                    startIfSure();
                }
            }
            case PERHAPS -> {
                if (voice) {
                    last = frame;
                    voiced++;
                    startIfSure();
                } else if ((frame - last) * FRAME_MS > settings.bridgeMs()) {
                    state = State.QUIET;
                }
            }
            case SPEAKING -> {
                if (voice) {
                    last = frame;
                } else if ((frame - last) * FRAME_MS >= settings.minSilenceMs()) {
                    state = State.QUIET;
                    over = last + 1;
                    listener.stopped(origin + over * FRAME_MS, now());
                }
            }
        }
    }

    private void startIfSure() {
        if (voiced * FRAME_MS >= settings.minSpeechMs()) {
            state = State.SPEAKING;
            first = beginning();
            listener.started(origin + first * FRAME_MS, now());
        }
    }

    /** Back to where the sound came out of the quiet. */
    private long beginning() {
        long earliest = Math.max(Math.max(over, frames - RECENT), first - settings.reachMs() / FRAME_MS);
        long frame = first;
        while (frame > earliest && fading[(int) ((frame - 1) % RECENT)]) {
            frame--;
        }
        return Math.max(frame, 0);
    }

    private long now() {
        return origin + samples * 1000 / RATE;
    }
}
