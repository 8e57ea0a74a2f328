package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.sellmeapen.audio.ActivityRun.Event;

class SpeechDetectorTests {

    private static final Path REFERENCE = Path.of("../evals/activity/reference.wav");
    private static final SpeechDetectorSettings STANDARD = SpeechDetectorSettings.STANDARD;
    private static final int RATE = 16_000;

    /** The first sentence of the reference lies between these; the 0.6 s before are silent, and so are 0.7 s behind. */
    private static final long BEGINS = 600;

    private static final long ENDS = 4_060;

    private final float[] sentence = Arrays.copyOf(Clip.of(REFERENCE, 0).samples(), RATE * 9 / 2);

    @Test
    void hearsASentenceBeginAndEnd() {
        List<Event> events = events(sentence);
        assertThat(events).extracting(Event::started).containsExactly(true, false);
        assertThat(events.get(0).atMs()).isBetween(BEGINS - 30, BEGINS + 50);
        assertThat(events.get(0).nowMs()).isBetween(BEGINS, BEGINS + 150);
        assertThat(events.get(1).atMs()).isBetween(ENDS - 60, ENDS + 40);
        assertThat(events.get(1).nowMs() - events.get(1).atMs()).isBetween(300L, 350L);
    }

    /** The browser's detector is held to the same list. */
    @Test
    void hearsTheEventsThatAreWrittenDown() throws IOException {
        List<Event> written = Files.readAllLines(REFERENCE.resolveSibling("reference.events.txt")).stream()
                .map(line -> line.split("\t"))
                .map(field -> new Event(field[0].equals("started"), Long.parseLong(field[1]), Long.parseLong(field[2])))
                .toList();
        assertThat(events(Clip.of(REFERENCE, 0).samples())).isEqualTo(written);
    }

    @Test
    void hearsNothingInSilence() {
        ActivityRun run = run(made(i -> 0));
        assertThat(run.events).isEmpty();
        assertThat(run.energy.cardinality()).isZero();
    }

    @Test
    void hearsNothingInNoiseHumClicksOrAShiftedZero() {
        Random dice = new Random(1);
        assertThat(events(made(i -> 0.05 * dice.nextGaussian()))).isEmpty();
        assertThat(events(made(i -> 0.2 * Math.sin(2 * Math.PI * 50 * i / RATE))))
                .isEmpty();
        assertThat(events(made(i -> 0.3))).isEmpty();
        assertThat(events(made(i -> i % 8_000 < 40 ? 0.8 * dice.nextGaussian() : 0)))
                .isEmpty();
    }

    @Test
    void aHumThatStaysBecomesTheQuiet() {
        ActivityRun run = run(made(i -> 0.2 * Math.sin(2 * Math.PI * 120 * i / RATE)));
        assertThat(run.energy.get(0, 40).cardinality()).isEqualTo(40);
        assertThat(run.energy.get(500, 1_000).cardinality()).isZero();
    }

    @Test
    void hearsTheSameSentenceOverAHumOrAShiftedZero() {
        sameSentence(plus(i -> 0.01 * Math.sin(2 * Math.PI * 50 * i / RATE)), 60);
        sameSentence(plus(i -> 0.05), 60);
        Random dice = new Random(2);
        sameSentence(plus(i -> 0.002 * dice.nextGaussian()), 60);
    }

    @Test
    void hearsTheSameSentenceVerySoftAndClipped() {
        sameSentence(times(0.02f), 100);
        float[] loud = times(8);
        sameSentence(loud, 60);
    }

    @Test
    void aClickBeforeAWordIsNotItsBeginning() {
        float[] clicked = sentence.clone();
        for (int i = 4_000; i < 4_030; i++) {
            clicked[i] = 0.9f;
        }
        sameSentence(clicked, 30);
    }

    @Test
    void itMakesNoDifferenceHowTheSoundIsCut() {
        short[] pcm = Clip.of(REFERENCE, 0).pcm();
        List<Event> events = ActivityRun.of(pcm, RATE, 320, STANDARD).events;
        assertThat(events).hasSizeGreaterThan(6);
        for (int block : new int[] {1, 7, 160, 512, 16_000, pcm.length}) {
            assertThat(ActivityRun.of(pcm, RATE, block, STANDARD).events).isEqualTo(events);
        }
        short[] faster = Clip.of(REFERENCE, 0, 24_000).pcm();
        assertThat(ActivityRun.of(faster, 24_000, 7, STANDARD).events)
                .isEqualTo(ActivityRun.of(faster, 24_000, 24_000, STANDARD).events);
    }

    @Test
    void hearsTheSameAtAnyRateWithinAFrame() {
        List<Event> events = events(sentence);
        for (int rate : new int[] {24_000, 44_100, 48_000}) {
            short[] faster = Arrays.copyOf(Clip.of(REFERENCE, 0, rate).pcm(), rate * 9 / 2);
            List<Event> heard = ActivityRun.of(faster, rate, rate / 50, STANDARD).events;
            assertThat(heard).hasSameSizeAs(events);
            for (int i = 0; i < events.size(); i++) {
                assertThat(heard.get(i).started()).isEqualTo(events.get(i).started());
                assertThat(Math.abs(heard.get(i).atMs() - events.get(i).atMs())).isLessThanOrEqualTo(10);
                assertThat(Math.abs(heard.get(i).nowMs() - events.get(i).nowMs()))
                        .isLessThanOrEqualTo(32);
            }
        }
    }

    @Test
    void afterAResetItHearsAsIfForTheFirstTimeAndTheClockGoesOn() {
        ActivityRun run = new ActivityRun();
        SpeechDetector detector = new SpeechDetector(RATE, STANDARD, run);
        short[] pcm = new Clip(sentence).pcm();
        detector.accept(pcm, 0, RATE * 2);
        assertThat(detector.speaking()).isTrue();
        run.events.clear();
        detector.reset(10_000);
        assertThat(detector.speaking()).isFalse();
        assertThat(detector.clockMs()).isEqualTo(10_000);
        detector.accept(pcm, 0, pcm.length);
        assertThat(run.events)
                .isEqualTo(events(sentence).stream()
                        .map(event -> new Event(event.started(), event.atMs() + 10_000, event.nowMs() + 10_000))
                        .toList());
    }

    @Test
    void saysHowLongOneHasSpokenAndHasBeenSilent() {
        SpeechDetector detector = new SpeechDetector(RATE, STANDARD, new ActivityRun());
        short[] pcm = new Clip(sentence).pcm();
        detector.accept(pcm, 0, RATE / 2);
        assertThat(detector.spokenMs()).isZero();
        assertThat(detector.silentMs()).isEqualTo(500);
        detector.accept(pcm, RATE / 2, RATE * 2);
        assertThat(detector.spokenMs()).isBetween(2_500 - BEGINS - 80, 2_500 - BEGINS + 20);
        assertThat(detector.silentMs()).isLessThan(60);
        detector.accept(pcm, RATE * 5 / 2, pcm.length - RATE * 5 / 2);
        assertThat(detector.spokenMs()).isZero();
        assertThat(detector.silentMs()).isBetween(4_500 - ENDS - 20, 4_500 - ENDS + 60);
        assertThat(detector.clockMs()).isEqualTo(4_500);
    }

    @Test
    void pausesShorterThanTheSettingAreNoEnd() {
        short[] pcm = Clip.of(REFERENCE, 0).pcm();
        long many = ActivityRun.of(pcm, STANDARD.withMinSilenceMs(100)).events.size();
        long few = ActivityRun.of(pcm, STANDARD.withMinSilenceMs(1_500)).events.size();
        assertThat(few).isLessThan(many);
    }

    @Test
    void refusesWhatCannotBeHeard() {
        assertThatThrownBy(() -> new SpeechDetector(8_000, STANDARD, new ActivityRun()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpeechDetectorSettings(0.3, 0.5, 50, 300, 60, 150))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> STANDARD.withMinSilenceMs(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void sameSentence(float[] samples, long toleranceMs) {
        List<Event> plain = events(sentence);
        List<Event> events = events(samples);
        assertThat(events).extracting(Event::started).containsExactly(true, false);
        assertThat(Math.abs(events.get(0).atMs() - plain.get(0).atMs())).isLessThanOrEqualTo(toleranceMs);
        assertThat(Math.abs(events.get(1).atMs() - plain.get(1).atMs())).isLessThanOrEqualTo(toleranceMs);
    }

    private static ActivityRun run(float[] samples) {
        return ActivityRun.of(new Clip(samples).pcm(), STANDARD);
    }

    private static List<Event> events(float[] samples) {
        return run(samples).events;
    }

    private static float[] made(IntToDoubleFunction sample) {
        float[] made = new float[10 * RATE];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) sample.applyAsDouble(i);
        }
        return made;
    }

    private float[] plus(IntToDoubleFunction sample) {
        float[] sum = sentence.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) sample.applyAsDouble(i);
        }
        return sum;
    }

    private float[] times(float factor) {
        float[] product = sentence.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return product;
    }
}
