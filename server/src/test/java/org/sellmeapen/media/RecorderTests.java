package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sellmeapen.media.Desk.Voice.HIGH;
import static org.sellmeapen.media.Desk.Voice.LOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTests {

    private static final int SECOND = Segment.RATE;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    private void assertSpoken(short[] heard, long from, long to, Desk.Voice voice) {
        assertThat(Arrays.copyOfRange(heard, (int) from, (int) to)).isEqualTo(voice.frame(from, (int) (to - from)));
    }

    @Test
    void whatBothSaidComesBackToTheSample() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, 3 * SECOND + 1234, LOW, HIGH);
        desk.finish(recorder);
        assertThat(desk.heard(Channel.REP)).hasSize(3 * SECOND + 1234);
        assertSpoken(desk.heard(Channel.REP), 0, 3 * SECOND + 1234, LOW);
        assertSpoken(desk.heard(Channel.BUYER), 0, 3 * SECOND + 1234, HIGH);
        assertThat(recorder.droppedSamples()).isZero();
        assertThat(desk.over).containsExactly(recorder);
    }

    /** 250 ms of a quarter second, 600 ms in which it may be corrected, 50 ms until the writer looks: 900 ms. */
    @Test
    void aCrashInTheMiddleOfTalkLosesLessThanASecond() {
        LiveRecorder recorder = desk.open();
        long said = 0;
        for (int frames = 1; frames <= 500; frames++) {
            desk.talk(recorder, said, said + 480, LOW, HIGH);
            said += 480;
            if (frames % 5 == 0) {
                desk.writer.flush(); // every 100 ms, half as often as in life
            }
            assertThat(said - recorder.safeSamples())
                    .as("samples in memory after frame " + frames)
                    .isLessThanOrEqualTo(SECOND * 95 / 100);
        }
        // Killed: nobody closes anything. What is on the disk is what is played.
        Desk afterwards = new Desk(folder, desk.id, desk.cipher.aead());
        long safe = recorder.safeSamples();
        assertThat(afterwards.heard(Channel.REP)).hasSize((int) safe);
        assertSpoken(afterwards.heard(Channel.REP), 0, safe, LOW);
        assertSpoken(afterwards.heard(Channel.BUYER), 0, safe, HIGH);
    }

    /** The clock of the call stands, so nothing is ever 600 ms old by it: 930 ms by the clock on the wall, 50 for the look. */
    @Test
    void aCrashWhileNobodySendsLosesNothingOlderThanASecond() {
        LiveRecorder recorder = desk.open();
        recorder.write(Channel.REP, 0, LOW.frame(0, 960), 0, 960);
        desk.rounds(Duration.ofMillis(900));
        assertThat(recorder.safeSamples()).isZero();
        desk.rounds(Duration.ofMillis(100));
        assertThat(recorder.safeSamples()).isEqualTo(960);
        assertSpoken(desk.heard(Channel.REP), 0, 960, LOW);
    }

    @Test
    void whatWasWrittenProvisionallyIsCompletedByWhatFollows() {
        LiveRecorder recorder = desk.open();
        recorder.write(Channel.REP, 0, LOW.frame(0, 960), 0, 960);
        recorder.write(Channel.BUYER, 9000, HIGH.frame(9000, 480), 0, 480);
        desk.rounds(Duration.ofSeconds(3));
        desk.talk(recorder, 960, 2 * SECOND, LOW);
        desk.finish(recorder);
        assertSpoken(desk.heard(Channel.REP), 0, 2 * SECOND, LOW);
        assertSpoken(desk.heard(Channel.BUYER), 9000, 9480, HIGH);
        assertThat(desk.heard(Channel.BUYER)[8999]).isZero();
        assertThat(desk.heard(Channel.BUYER)[9480]).isZero();
    }

    @Test
    void whatTheBuyerDidNotGetToSayIsTakenBackWithinTheWindow() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, 2 * SECOND, LOW, HIGH);
        int unheard = SECOND * 600 / 1000;
        long from = 2 * SECOND - unheard;
        assertThat(recorder.write(Channel.BUYER, from, new short[unheard], 0, unheard))
                .isEqualTo(Taken.ALL);
        desk.finish(recorder);
        assertSpoken(desk.heard(Channel.BUYER), 0, from, HIGH);
        assertThat(Arrays.copyOfRange(desk.heard(Channel.BUYER), (int) from, 2 * SECOND))
                .containsOnly((short) 0);
        assertSpoken(desk.heard(Channel.REP), 0, 2 * SECOND, LOW);
    }

    @Test
    void theLaterOfTwoOverlappingWritingsWins() {
        LiveRecorder recorder = desk.open();
        recorder.write(Channel.REP, 0, LOW.frame(0, 12_000), 0, 12_000);
        recorder.write(Channel.REP, 5_000, HIGH.frame(5_000, 2_000), 0, 2_000);
        desk.finish(recorder);
        assertSpoken(desk.heard(Channel.REP), 0, 5_000, LOW);
        assertSpoken(desk.heard(Channel.REP), 5_000, 7_000, HIGH);
        assertSpoken(desk.heard(Channel.REP), 7_000, 12_000, LOW);
    }

    @Test
    void whatComesTooLateIsDroppedAndCounted() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, 4 * SECOND, LOW);
        assertThat(recorder.write(Channel.BUYER, SECOND, HIGH.frame(SECOND, 480), 0, 480))
                .isEqualTo(Taken.TOO_LATE);
        assertThat(recorder.droppedSamples()).isEqualTo(480);
        // Three seconds of which the last 600 ms at least are still open.
        assertThat(recorder.write(Channel.BUYER, SECOND, HIGH.frame(SECOND, 3 * SECOND), 0, 3 * SECOND))
                .isEqualTo(Taken.SOME);
        desk.finish(recorder);
        assertSpoken(desk.heard(Channel.BUYER), 4 * SECOND - SECOND * 6 / 10, 4 * SECOND, HIGH);
        assertThat(desk.heard(Channel.BUYER)[SECOND + 100]).isZero();
        assertThat(recorder.droppedSamples()).isBetween(480L + SECOND, 480L + 3 * SECOND);
    }

    @Test
    void aRepWhoseFramesComeInABurstAfterThreeSecondsLosesNone() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, SECOND, LOW, HIGH);
        for (long at = SECOND; at < 4 * SECOND; at += 480) {
            recorder.write(Channel.BUYER, at, HIGH.frame(at, 480), 0, 480);
            desk.rounds(Duration.ofMillis(20));
        }
        recorder.write(Channel.REP, SECOND, LOW.frame(SECOND, 3 * SECOND), 0, 3 * SECOND);
        desk.finish(recorder);
        assertThat(recorder.droppedSamples()).isZero();
        assertSpoken(desk.heard(Channel.REP), 0, 4 * SECOND, LOW);
        assertSpoken(desk.heard(Channel.BUYER), 0, 4 * SECOND, HIGH);
    }

    @Test
    void whatIsAbsurdlyFarAheadIsRefused() {
        LiveRecorder recorder = desk.open();
        short[] frame = LOW.frame(0, 480);
        assertThat(recorder.write(Channel.REP, -1, frame, 0, 480)).isEqualTo(Taken.TOO_FAR);
        assertThat(recorder.write(Channel.REP, 3601L * SECOND, frame, 0, 480)).isEqualTo(Taken.TOO_FAR);
        assertThat(recorder.write(Channel.REP, Long.MAX_VALUE - 100, frame, 0, 480))
                .isEqualTo(Taken.TOO_FAR);
        desk.finish(recorder);
        assertThat(desk.heard(Channel.REP)).isEmpty();
    }

    @Test
    void anHourOfSilenceTakesNextToNothing() throws IOException {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, SECOND, LOW);
        long later = 3590L * SECOND;
        assertThat(recorder.write(Channel.REP, later, LOW.frame(later, 480), 0, 480))
                .isEqualTo(Taken.ALL);
        desk.finish(recorder);
        assertThat(Files.size(desk.file)).isLessThan(100_000);
        assertThat(desk.heard(Channel.REP)).hasSize((int) later + 480);
        assertSpoken(desk.heard(Channel.REP), 0, SECOND, LOW);
        assertSpoken(desk.heard(Channel.REP), later, later + 480, LOW);
        assertThat(desk.heard(Channel.REP)[(int) later / 2]).isZero();
    }

    @Test
    void microphoneFramesOfPureSilenceAreCountedButTakeNoRoom() throws IOException {
        LiveRecorder recorder = desk.open();
        short[] nothing = new short[480];
        for (long at = 0; at < 60L * SECOND; at += 480) {
            recorder.write(Channel.REP, at, nothing, 0, 480);
            desk.rounds(Duration.ofMillis(20));
        }
        assertThat(60L * SECOND - recorder.safeSamples()).isLessThan(2 * SECOND);
        assertThat(desk.buffers.out()).isZero();
        desk.finish(recorder);
        assertThat(Files.size(desk.file)).isLessThan(6_000);
        assertThat(desk.heard(Channel.REP)).hasSize(60 * SECOND).containsOnly((short) 0);
    }

    @Test
    void anOpenRecordingHoldsLessThanAHundredKilobytes() {
        LiveRecorder recorder = desk.open();
        int most = 0;
        for (long at = 0; at < 10L * SECOND; at += 480) {
            desk.talk(recorder, at, at + 480, LOW, HIGH);
            desk.rounds(Duration.ofMillis(20));
            most = Math.max(most, desk.buffers.out());
        }
        assertThat(most * SampleBuffers.BYTES).isBetween(1, 96_000);
    }

    @Test
    void aClosedRecorderTakesNothingAndGivesItsMemoryBack() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, SECOND, LOW, HIGH);
        recorder.close();
        recorder.close();
        assertThat(recorder.write(Channel.REP, SECOND, LOW.frame(SECOND, 480), 0, 480))
                .isEqualTo(Taken.CLOSED);
        desk.writer.flush();
        desk.writer.flush();
        assertThat(desk.over).containsExactly(recorder);
        assertThat(desk.writer.all()).isEmpty();
        assertThat(desk.buffers.out()).isZero();
    }

    @Test
    void whatWasAbandonedIsNotWrittenAnyMore() throws IOException {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, SECOND, LOW);
        long before = Files.size(desk.file);
        recorder.abandon();
        desk.writer.flush();
        assertThat(Files.size(desk.file)).isEqualTo(before);
        assertThat(desk.over).containsExactly(recorder);
        assertThat(desk.buffers.out()).isZero();
    }

    @Test
    void withoutMemoryLeftSamplesAreDroppedAndCountedAndNobodyWaits() {
        Window window = new Window(new SampleBuffers(0), 0, null, null); // 16 buffers are the least
        short[] second = LOW.frame(0, SECOND);
        for (int s = 0; s < 3; s++) {
            window.write(Channel.REP, (long) s * SECOND, second, 0, SECOND, 0);
            window.write(Channel.BUYER, (long) s * SECOND, second, 0, SECOND, 0);
        }
        assertThat(window.dropped()).isEqualTo(2L * SECOND);
    }

    @Test
    void aRecordingGoesOnWhereItWasClosedInTheMiddleOfAQuarterSecond() {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, SECOND + 777, LOW, HIGH);
        desk.finish(recorder);
        LiveRecorder again = desk.open();
        assertThat(again.safeSamples()).isEqualTo(SECOND + 777);
        desk.talk(again, SECOND + 777, 3 * SECOND, LOW, HIGH);
        desk.finish(again);
        assertSpoken(desk.heard(Channel.REP), 0, 3 * SECOND, LOW);
        assertSpoken(desk.heard(Channel.BUYER), 0, 3 * SECOND, HIGH);
    }

    @Test
    void anOpenRecordingPlaysWhatIsThere() {
        LiveRecorder recorder = desk.open();
        assertThat(desk.wav()).hasSize(44);
        desk.talk(recorder, 0, 3 * SECOND, LOW, HIGH);
        long safe = recorder.safeSamples();
        assertThat(desk.wav()).hasSize((int) (44 + 4 * safe));
        assertThat(safe).isGreaterThan(2 * SECOND);
    }
}
