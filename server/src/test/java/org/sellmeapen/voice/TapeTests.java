package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTests {

    private final List<String> written = new ArrayList<>();
    private final Tape tape = new Tape(
            new Tape.Tracks() {
                @Override
                public void person(long atSample, short[] samples, int length) {
                    written.add("person " + atSample / 24 + " " + length / 24);
                }

                @Override
                public void counterpart(long atSample, short[] samples, int length) {
                    written.add("counterpart " + atSample / 24 + " " + length / 24);
                }

                @Override
                public void close() {
                    written.add("closed");
                }
            },
            24_000);

    private List<String> counterpart() {
        return written.stream().filter(line -> line.startsWith("counterpart")).toList();
    }

    private void listens(long fromMs, long toMs) {
        for (long at = fromMs; at < toMs; at += 20) {
            tape.person(at, sound());
        }
    }

    private static ByteBuf sound() {
        return Unpooled.buffer(960).writeZero(960);
    }

    @Test
    void theirVoiceLiesWhereThePageSaysThatItSounded() {
        listens(0, 1_000);
        tape.sent(1, 0, 1_000, sound());
        tape.sent(1, 20, 1_000, sound());
        tape.sounds(1, 0, 1_137);
        listens(1_000, 1_500);
        assertThat(counterpart()).containsExactly("counterpart 1137 20", "counterpart 1157 20");
    }

    @Test
    void whoNeverSaysIsTakenToHaveHeardItSoonAfter() {
        tape.sent(1, 0, 1_000, sound());
        listens(1_000, 1_390);
        assertThat(counterpart()).isEmpty();
        listens(1_400, 1_440);
        assertThat(counterpart()).containsExactly("counterpart 1100 20");
    }

    @Test
    void whatRanDryGoesOnWhereItWentOn() {
        tape.sent(1, 0, 1_000, sound());
        tape.sounds(1, 0, 1_100);
        listens(1_000, 1_200);
        tape.sent(1, 20, 1_500, sound());
        tape.sounds(1, 20, 1_620);
        listens(1_500, 2_000);
        assertThat(counterpart()).containsExactly("counterpart 1100 20", "counterpart 1620 20");
    }

    @Test
    void newsThatItRanDryComesAfterItShouldHaveSounded() {
        tape.sent(1, 0, 1_000, sound());
        tape.sent(1, 20, 1_000, sound());
        tape.sounds(1, 0, 1_100);
        listens(1_000, 1_300);
        tape.sounds(1, 20, 1_210);
        listens(1_300, 1_700);
        assertThat(counterpart()).containsExactly("counterpart 1100 20", "counterpart 1210 20");
    }

    @Test
    void aPageThatTellsIsWaitedForHoweverBusyItIs() {
        tape.sent(1, 0, 0, sound());
        tape.sounds(1, 0, 100);
        tape.sent(3, 0, 1_000, sound());
        listens(0, 2_200);
        tape.sounds(3, 0, 2_150);
        listens(2_200, 2_600);
        assertThat(counterpart()).containsExactly("counterpart 100 20", "counterpart 2150 20");
    }

    @Test
    void whatWasCutOffIsNotOnTheTape() {
        for (int at = 0; at < 1_000; at += 20) {
            tape.sent(1, at, 0, sound());
        }
        tape.sounds(1, 0, 100);
        listens(0, 300);
        tape.cut(1, 200);
        listens(300, 2_000);
        assertThat(counterpart()).hasSize(10).last().isEqualTo("counterpart 280 20");
    }

    @Test
    void whatHadNotSoundedAtTheEndIsNotOnTheTape() {
        tape.sent(1, 0, 0, sound());
        tape.sounds(1, 0, 500);
        tape.close(400);
        assertThat(written).containsExactly("closed");
    }

    @Test
    void sixteenKilohertzAreStretchedToTwentyFourWithoutDriftOrChangeOfPitch() {
        UpTo24 stretch = new UpTo24();
        short[] tone = new short[320];
        List<Short> out = new ArrayList<>();
        for (int block = 0; block < 50; block++) {
            for (int k = 0; k < tone.length; k++) {
                tone[k] = (short) (10_000 * Math.sin(2 * Math.PI * 1_000 * (block * 320 + k) / 16_000));
            }
            short[] more = stretch.more(tone, tone.length);
            for (int k = 0; k < stretch.made(); k++) {
                out.add(more[k]);
            }
        }
        assertThat(out).hasSize(24_000);
        double error = 0;
        for (int k = 1_000; k < 23_000; k++) {
            // The filter's own delay: half of its taps, at 16 kHz.
            double at = k / 24_000.0 - 6 / 16_000.0;
            error = Math.max(error, Math.abs(out.get(k) - 10_000 * Math.sin(2 * Math.PI * 1_000 * at)));
        }
        assertThat(error).isLessThan(150);
    }
}
