package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sellmeapen.media.Desk.Voice.HIGH;
import static org.sellmeapen.media.Desk.Voice.LOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.tenancy.MasterKeys;

/** What lies on the disk: cut off, changed, swapped, under another key; and what is played of it. */
class RecordingFileTests {

    private static final int SECOND = Segment.RATE;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    private void record(int samples) {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, samples, LOW, HIGH);
        desk.finish(recorder);
    }

    private void recordAndCrash(int samples) {
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, samples, LOW, HIGH);
        recorder.abandon();
        desk.writer.flush();
    }

    private void cut(long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(desk.file.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private void change(long at, int by) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(desk.file.toFile(), "rw")) {
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ by);
        }
    }

    private long place(int segment) {
        try (SegmentReader reader = desk.reader()) {
            return reader.index.find(segment).offset();
        }
    }

    @Test
    void aTornEndIsCutOffWhereverItTearsAndEverythingBeforePlays() throws IOException {
        recordAndCrash(2 * SECOND);
        byte[] whole = Files.readAllBytes(desk.file);
        int piece = Segment.HEADING + 2 * SampleBuffers.BYTES + RecordingCipher.OVERHEAD;
        for (int torn = 0; torn < whole.length; torn += 997) {
            Files.write(desk.file, Arrays.copyOf(whole, torn));
            int pieces = Math.max(0, (torn - Segment.FILE_HEADING) / piece);
            LiveRecorder again = desk.open();
            assertThat(again.safeSamples()).as("cut at " + torn).isEqualTo((long) pieces * Segment.SAMPLES);
            assertThat(desk.heard(Channel.REP)).isEqualTo(LOW.frame(0, pieces * Segment.SAMPLES));
            again.abandon();
            desk.writer.flush();
        }
    }

    @Test
    void anEndThatThePowerFailureLeftAsZerosIsCutOffToo() throws IOException {
        recordAndCrash(2 * SECOND);
        long last = place(3);
        try (RandomAccessFile file = new RandomAccessFile(desk.file.toFile(), "rw")) {
            file.seek(last + Segment.HEADING + 100);
            file.write(new byte[(int) (file.length() - last - Segment.HEADING - 100)]);
        }
        LiveRecorder again = desk.open();
        assertThat(again.safeSamples()).isEqualTo(3L * Segment.SAMPLES);
        desk.talk(again, 3L * Segment.SAMPLES, 2 * SECOND, LOW, HIGH);
        desk.finish(again);
        assertThat(desk.heard(Channel.REP)).isEqualTo(LOW.frame(0, 2 * SECOND));
    }

    @Test
    void aChangedQuarterSecondIsNotPlayedAndTheOthersAre() throws IOException {
        record(2 * SECOND);
        change(place(3) + Segment.HEADING + 50, 1);
        try (Playback playback = new StereoWav(desk.reader())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            playback.copy(0, 44 + 3 * 4 * Segment.SAMPLES, out);
            assertThatThrownBy(() -> playback.copy(0, playback.length(), new ByteArrayOutputStream()))
                    .isInstanceOf(RecordingDamaged.class)
                    .hasMessageContaining("quarter second 3");
            playback.copy(44 + 4 * 4 * Segment.SAMPLES, playback.length(), out);
            assertThat(out.size()).isEqualTo(playback.length() - 4 * Segment.SAMPLES);
        }
    }

    @Test
    void quarterSecondsCannotChangePlaces() throws IOException {
        record(2 * SECOND);
        long first = place(2);
        long second = place(3);
        int length = (int) (second - first);
        byte[] bytes = Files.readAllBytes(desk.file);
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, (int) first, swapped, (int) second, length);
        System.arraycopy(bytes, (int) second, swapped, (int) first, length);
        Files.write(desk.file, swapped);
        assertThatThrownBy(() -> desk.heard(Channel.REP)).isInstanceOf(RecordingDamaged.class);
    }

    /** The body alone moved, under the heading of its new place. */
    @Test
    void aQuarterSecondCannotStandForAnother() throws IOException {
        recordAndCrash(2 * SECOND);
        byte[] bytes = Files.readAllBytes(desk.file);
        int body = 2 * SampleBuffers.BYTES + RecordingCipher.OVERHEAD;
        System.arraycopy(bytes, (int) place(1) + Segment.HEADING, bytes, (int) place(2) + Segment.HEADING, body);
        Files.write(desk.file, bytes);
        assertThatThrownBy(() -> desk.heard(Channel.REP))
                .isInstanceOf(RecordingDamaged.class)
                .hasMessageContaining("quarter second 2");
    }

    @Test
    void aQuarterSecondOfAnotherRecordingUnderTheSameKeyIsNotPlayed() throws IOException {
        recordAndCrash(2 * SECOND);
        Desk other = new Desk(folder, new RecordingId(new UUID(8, 8)), desk.cipher.aead());
        LiveRecorder recorder = other.open();
        other.talk(recorder, 0, 2 * SECOND, LOW, HIGH);
        recorder.abandon();
        other.writer.flush();
        byte[] mine = Files.readAllBytes(desk.file);
        byte[] theirs = Files.readAllBytes(other.file);
        System.arraycopy(mine, 0, theirs, 0, Segment.FILE_HEADING);
        Files.write(desk.file, theirs);
        assertThatThrownBy(() -> desk.heard(Channel.REP)).isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void anotherRecordingsFileIsNotOpened() throws IOException {
        record(SECOND);
        Desk other = new Desk(folder, new RecordingId(new UUID(8, 8)), desk.cipher.aead());
        Files.copy(desk.file, other.file);
        assertThatThrownBy(other::reader).isInstanceOf(RecordingDamaged.class);
        assertThatThrownBy(other::open).isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void underAnotherKeyNothingIsPlayed() {
        record(SECOND);
        RecordingCipher wrong = new RecordingCipher(desk.id, MasterKeys.aead(MasterKeys.fresh()));
        assertThatThrownBy(() -> desk.reader(wrong)).isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void underARotatedKeyOldAndNewArePlayed() {
        record(SECOND);
        RecordingCipher rotated = new RecordingCipher(desk.id, MasterKeys.aead(MasterKeys.rotated(Desk.KEYS)));
        Desk newer = new Desk(folder, new RecordingId(new UUID(8, 8)), rotated.aead());
        LiveRecorder recorder = newer.open();
        newer.talk(recorder, 0, SECOND, LOW);
        newer.finish(recorder);
        assertThat(newer.heard(Channel.REP)).isEqualTo(LOW.frame(0, SECOND));
        try (SegmentReader old = desk.reader(rotated)) {
            old.load(0, 0);
            assertThat(old.rep).isEqualTo(LOW.frame(0, Segment.SAMPLES));
        }
        // The old key alone does not open what was recorded after the rotation.
        assertThatThrownBy(() -> newer.reader(new RecordingCipher(newer.id, desk.cipher.aead())))
                .isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void aFinishedFileThatLostItsIndexIsReadByWalking() throws IOException {
        record(2 * SECOND + 100);
        byte[] wav = desk.wav();
        try (SegmentReader reader = desk.reader()) {
            assertThat(reader.index.entries()).hasSize(9);
        }
        cut(Files.size(desk.file) - 5);
        assertThat(desk.wav()).isEqualTo(wav);
    }

    @Test
    void aChangedIndexIsRefused() throws IOException {
        record(SECOND);
        change(Files.size(desk.file) - Segment.TRAILER - 3, 4);
        assertThatThrownBy(desk::reader).isInstanceOf(RecordingDamaged.class).hasMessageContaining("index");
    }

    @Test
    void anIndexThatIsSaidToLieElsewhereIsRefused() throws IOException {
        record(SECOND);
        long place = Files.size(desk.file) - Segment.TRAILER;
        for (int bit = 0; bit < 64; bit++) {
            long at = place + 7 - bit / 8;
            change(at, 1 << bit % 8);
            assertThatThrownBy(desk::reader).as("bit " + bit).isInstanceOf(RecordingDamaged.class);
            change(at, 1 << bit % 8);
        }
        assertThat(desk.heard(Channel.REP)).hasSize(SECOND);
    }

    @Test
    void theSoundIsNotInTheFile() throws IOException {
        LiveRecorder recorder = desk.open();
        short[] steady = new short[SECOND];
        Arrays.fill(steady, (short) 0x4141);
        recorder.write(Channel.REP, 0, steady, 0, SECOND);
        desk.finish(recorder);
        assertThat(new String(Files.readAllBytes(desk.file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("AAAAAAAA");
        assertThat(Files.getPosixFilePermissions(desk.file).toString()).doesNotContain("GROUP", "OTHERS");
    }

    @Test
    void anyRangeIsTheSameAsThatPartOfTheWhole() throws IOException {
        record(2 * SECOND + 321);
        byte[] whole = desk.wav();
        Random random = new Random(4);
        int block = 4 * Segment.SAMPLES;
        int[] edges = {
            0, 1, 43, 44, 45, 46, 47, 48, 44 + block - 1, 44 + block, 44 + block + 1, whole.length - 1, whole.length
        };
        try (Playback playback = new StereoWav(desk.reader())) {
            for (int from : edges) {
                for (int to : edges) {
                    assertSame(playback, whole, from, to);
                }
            }
            for (int i = 0; i < 200; i++) {
                assertSame(playback, whole, random.nextInt(whole.length + 1), random.nextInt(whole.length + 1));
            }
            for (long[] wrong : new long[][] {{-1, 5}, {0, whole.length + 1L}, {9, 8}}) {
                assertThatThrownBy(() -> playback.copy(wrong[0], wrong[1], new ByteArrayOutputStream()))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    private static void assertSame(Playback playback, byte[] whole, int from, int to) throws IOException {
        if (from <= to) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            playback.copy(from, to, out);
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    @Test
    void theWavIsOneThatOthersRead() throws Exception {
        record(SECOND);
        try (var in = AudioSystem.getAudioInputStream(new java.io.ByteArrayInputStream(desk.wav()))) {
            AudioFormat format = in.getFormat();
            assertThat(format.getChannels()).isEqualTo(2);
            assertThat(format.getSampleRate()).isEqualTo(24_000f);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.isBigEndian()).isFalse();
            assertThat(in.getFrameLength()).isEqualTo(SECOND);
            byte[] frame = new byte[4];
            assertThat(in.skip(4 * 1000)).isEqualTo(4 * 1000);
            assertThat(in.read(frame)).isEqualTo(4);
            assertThat((short) (frame[0] & 0xff | frame[1] << 8)).isEqualTo(LOW.at(1000));
            assertThat((short) (frame[2] & 0xff | frame[3] << 8)).isEqualTo(HIGH.at(1000));
        }
    }

    @Test
    void anEmptyRecordingIsAnEmptyWav() {
        LiveRecorder recorder = desk.open();
        desk.finish(recorder);
        assertThat(desk.wav()).isEqualTo(StereoWav.heading(0));
        try (SegmentReader reader = desk.reader()) {
            Peaks peaks = PeakFinder.of(reader, 10);
            assertThat(peaks.seconds()).isZero();
            assertThat(peaks.rep().max()).containsOnly(0f);
        }
    }

    /** Counts what is asked of the disk: the index once, and then no more than the quarter seconds that are touched. */
    @Test
    void aShortRangeOfALongRecordingReadsLittle() throws IOException {
        record(60 * SECOND);
        long[] read = {0};
        try (Source file = Source.of(desk.file)) {
            Source counted = new Source() {
                @Override
                public long length() {
                    return file.length();
                }

                @Override
                public byte[] read(long from, int length) {
                    read[0] += length;
                    return file.read(from, length);
                }

                @Override
                public void close() {}
            };
            Playback playback = new StereoWav(new SegmentReader(counted, desk.cipher));
            read[0] = 0;
            playback.copy(44 + 30L * SECOND * 4, 44 + 30L * SECOND * 4 + 100, new ByteArrayOutputStream());
        }
        assertThat(read[0]).isEqualTo(2L * SampleBuffers.BYTES + RecordingCipher.OVERHEAD);
    }

    @Test
    void peaksAreThoseOfTheirStretchAndChannel() {
        LiveRecorder recorder = desk.open();
        short[] samples = new short[SECOND];
        Arrays.fill(samples, 0, SECOND / 2, (short) 16_384);
        samples[SECOND - 1] = -32_768;
        recorder.write(Channel.BUYER, 0, samples, 0, SECOND);
        desk.finish(recorder);
        try (SegmentReader reader = desk.reader()) {
            Peaks peaks = PeakFinder.of(reader, 4);
            assertThat(peaks.seconds()).isEqualTo(1.0);
            assertThat(peaks.buyer().max()).containsExactly(0.5f, 0.5f, 0f, 0f);
            assertThat(peaks.buyer().min()).containsExactly(0f, 0f, 0f, -1f);
            assertThat(peaks.buyer().rms()[0]).isEqualTo(0.5f);
            assertThat(peaks.buyer().rms()[2]).isZero();
            assertThat(peaks.buyer().rms()[3]).isBetween(0.0128f, 0.0130f);
            assertThat(peaks.rep().max()).containsOnly(0f);
            // More stretches than samples would fit, and a number that divides nothing.
            assertThat(PeakFinder.of(reader, 7).buyer().max()).startsWith(0.5f).hasSize(7);
            assertThat(PeakFinder.of(reader, 20_000).buyer().max()).hasSize(20_000);
        }
    }
}
