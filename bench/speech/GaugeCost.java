package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.sellmeapen.speech.LiveSpeech;
import org.sellmeapen.speech.Speech;

/** What the gauge of a call costs the call's own thread a frame, and a thread beside it a second; ten minutes at once. */
class GaugeCost implements Loop, Wire {

    private static final int FRAMES = 10 * 60 * 50;
    private static final int WARM = 10_000;

    private final long[] beside = new long[FRAMES / 50];
    private long now;
    private long elsewhere;
    private int looks;
    private int told;

    public static void main(String[] arguments) throws Exception {
        System.out.println("\n| microphone | gauge | the call's thread a frame: mean us | p50 | p99 | beside it a second: p50 ms | p99 |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int rate : new int[] {16_000, 24_000}) {
            for (boolean on : new boolean[] {false, true}) {
                new GaugeCost().measure(rate, on);
            }
        }
    }

    private void measure(int rate, boolean on) throws Exception {
        byte[] clip;
        try (var in = GaugeCost.class.getResourceAsStream("/content/voice/self-test.wav")) {
            clip = in.readAllBytes();
        }
        LiveSpeech live = new Speech().live("en", 2);
        Tape tape = new Tape(null, rate);
        if (on) {
            tape.onto(new CallGauge(this, this, () -> gauge(live)));
        }
        long[] took = new long[FRAMES];
        int at = 44;
        for (int k = 0; k < FRAMES; k++) {
            now = k * 20L;
            ByteBuf frame = Unpooled.buffer(rate / 25);
            for (int i = 0; i < rate / 25; i++) {
                frame.writeByte(clip[at]);
                at = at + 1 == clip.length ? 44 : at + 1;
            }
            if (k % 300 == 0) {
                for (int i = 0; i < 100; i++) {
                    tape.sent(k / 300, i * 20, now, Unpooled.buffer(960).writeZero(960));
                }
            }
            elsewhere = 0;
            long from = System.nanoTime();
            if (tape.runs()) {
                tape.person(now, frame);
            }
            took[k] = System.nanoTime() - from - elsewhere;
        }
        long[] warm = Arrays.copyOfRange(took, WARM, FRAMES);
        Arrays.sort(warm);
        long[] seconds = Arrays.copyOfRange(beside, Math.min(looks, 60), Math.max(looks, 1));
        Arrays.sort(seconds);
        System.out.printf(
                "| %d Hz | %s | %.2f | %.2f | %.2f | %.1f | %.1f |%n",
                rate,
                on ? "on, told " + told + " times" : "off",
                Arrays.stream(warm).average().orElse(0) / 1e3,
                warm[warm.length / 2] / 1e3,
                warm[warm.length * 99 / 100] / 1e3,
                seconds[seconds.length / 2] / 1e6,
                seconds[seconds.length * 99 / 100] / 1e6);
    }

    private static SpeechGauge gauge(LiveSpeech live) {
        return new SpeechGauge() {
            @Override
            public void hear(float[] samples, int count) {
                live.hear(samples, count);
            }

            @Override
            public void said(String text) {}

            @Override
            public Reading reading() {
                LiveSpeech.Gauge read = live.gauge();
                return new Reading(read.overS(), read.wordsPerMinute(), read.talkRatio(), read.fillers());
            }
        };
    }

    @Override
    public long nowMs() {
        return now;
    }

    @Override
    public Timer after(long ms, Runnable what) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void run(Runnable what) {
        what.run();
    }

    /** At once, so that it can be told apart. */
    @Override
    public <T> Work work(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed) {
        long from = System.nanoTime();
        try {
            T result = blocking.call();
            beside[looks++ % beside.length] = System.nanoTime() - from;
            done.accept(result);
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
        elsewhere += System.nanoTime() - from;
        return () -> {};
    }

    @Override
    public void send(ServerMessage message) {
        told++;
    }

    @Override
    public void audio20(ByteBuf pcm) {}

    @Override
    public boolean takesMore() {
        return true;
    }

    @Override
    public void close(CloseCode why) {}

    @Override
    public void whenFlowChanges(Consumer<Boolean> told) {}
}
