package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.conversation.Speaker;

class LiveSpeechTests {

    private static final Speech SPEECH = Speech.byLevelAlone();
    private static final int FRAME = Hearing.RATE / 50;

    /** The seller for 30 s and the buyer for 10 s, twice; the second time the seller is slower. */
    private static float[] call() throws IOException {
        Sounds left = Sounds.start();
        Sounds right = Sounds.start();
        for (int syllables : new int[] {45, 25}) {
            for (int i = 0; i < 3; i++) {
                left.talk(9.4, syllables).silence(0.6);
            }
            left.silence(10);
            right.silence(30).talk(9, 40).silence(1);
        }
        float[] samples = new float[2 * 80 * Hearing.RATE];
        try (SampleStream stream = left.beside(right)) {
            return Arrays.copyOf(samples, 2 * stream.read(samples));
        }
    }

    private static void feed(LiveSpeech live, float[] samples, int fromS, int toS) {
        for (int at = 2 * fromS * Hearing.RATE; at < 2 * toS * Hearing.RATE && at < samples.length; at += 2 * FRAME) {
            float[] frame = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + 2 * FRAME));
            live.hear(frame, frame.length / 2);
        }
    }

    @Test
    void frameByFrameTheEndIsThatOfTheRecording() throws IOException {
        for (Speech speech : new Speech[] {SPEECH, new Speech()}) {
            LiveSpeech live = speech.live("en", 2);
            float[] samples = call();
            for (int s = 0; s < 80; s += 10) {
                feed(live, samples, s, s + 10);
                live.gauge(); // looking changes nothing
            }
            try (SampleStream again = Sounds.stream(Hearing.RATE, halves(samples))) {
                assertThat(live.report()).isEqualTo(speech.measure(again, null, "en"));
            }
        }
    }

    private static float[][] halves(float[] samples) {
        float[][] halves = new float[2][samples.length / 2];
        for (int i = 0; i < samples.length; i++) {
            halves[i % 2][i / 2] = samples[i];
        }
        return halves;
    }

    @Test
    void theGaugeTellsOfTheLastHalfMinuteOnly() throws IOException {
        LiveSpeech live = SPEECH.live("en", 2);
        float[] samples = call();
        feed(live, samples, 0, 30);
        LiveSpeech.Gauge alone = live.gauge();
        assertThat(alone.talkRatio()).isEqualTo(1);
        assertThat(alone.wordsPerMinute()).isNotNull();
        feed(live, samples, 30, 40);
        assertThat(live.gauge().talkRatio()).isCloseTo(19.4 / 28.4, within(0.05));
        feed(live, samples, 40, 70);
        LiveSpeech.Gauge slower = live.gauge();
        assertThat(slower.wordsPerMinute()).isLessThan(alone.wordsPerMinute() * 0.7);
        assertThat(slower.overS()).isEqualTo(30);
    }

    @Test
    void fillersAreCountedAsTheyAreRecognisedAndOnlyTheSellers() {
        LiveSpeech live = SPEECH.live("en", 2);
        assertThat(live.gauge().fillers()).isNull();
        live.said(Speaker.REP, "Um, we could, like, start in March.");
        live.said(Speaker.BUYER, "Uh, why?");
        live.said(Speaker.REP, "I like the result.");
        assertThat(live.gauge().fillers()).isEqualTo(2);
        assertThat(live.gauge().wordsPerMinute()).isNull();
    }

    @Test
    void aBuyerAloneLeavesTheSellerNoShare() throws IOException {
        LiveSpeech live = SPEECH.live("en", 2);
        float[] samples = new float[2 * 20 * Hearing.RATE];
        try (SampleStream stream =
                Sounds.start().silence(10).beside(Sounds.start().talk(10, 40))) {
            live.hear(samples, stream.read(samples));
        }
        assertThat(live.gauge().talkRatio()).isZero();
        assertThat(live.gauge().wordsPerMinute()).isNull();
    }
}
