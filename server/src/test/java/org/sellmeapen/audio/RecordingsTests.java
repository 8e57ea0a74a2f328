package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingsTests {

    private static final float[] WAVE = {0f, 0.5f, -0.5f, 0.25f, -1f, 0.999f};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private float[] read(byte[] file) throws IOException {
        try (SampleStream in = Recordings.open(Wavs.write(folder.resolve("r.wav"), file))) {
            float[] all = new float[1_000 * in.channels()];
            int frames = in.read(all);
            assertThat(in.read(new float[100])).as("nothing behind the end").isZero();
            return Arrays.copyOf(all, frames * in.channels());
        }
    }

    private void refuses(byte[] file, Class<?> refusal, String... words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(refusal).satisfies(thrown -> {
            for (String word : words) {
                assertThat(thrown).hasMessageContaining(word);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"8, false, 0.01", "16, false, 1e-4", "24, false, 1e-6", "32, false, 1e-6", "32, true, 0", "64, true, 0"
    })
    void samplesOfEveryWidthAreReadAlike(int bits, boolean floats, double near) throws IOException {
        for (Wavs wavs : new Wavs[] {Wavs.mono(22_050), Wavs.mono(22_050).extensible()}) {
            float[] samples = read(wavs.bits(bits, floats).of(WAVE));
            assertThat(samples).hasSameSizeAs(WAVE);
            for (int i = 0; i < WAVE.length; i++) {
                assertThat((double) samples[i]).isCloseTo(WAVE[i], within(near));
            }
        }
    }

    @Test
    void stereoStaysInterleaved() throws IOException {
        try (SampleStream in = Recordings.open(Wavs.stereo(48_000).to(folder.resolve("s.wav"), WAVE))) {
            assertThat(in.channels()).isEqualTo(2);
            assertThat(in.rate()).isEqualTo(48_000);
            float[] two = new float[5]; // room for two whole frames
            assertThat(in.read(two)).isEqualTo(2);
            assertThat(two[3]).isCloseTo(0.25f, within(1e-3f));
            assertThat(in.read(two)).isEqualTo(1);
        }
    }

    @Test
    void otherChunksArePassedOver() throws IOException {
        byte[] plain = Wavs.mono(16_000).of(WAVE);
        byte[] list = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0}; // an odd length is padded
        byte[] with = Wavs.joined(
                Arrays.copyOf(plain, 12), list, Arrays.copyOfRange(plain, 12, plain.length), Wavs.ascii("trailing"));
        assertThat(read(with)).hasSize(WAVE.length);
    }

    @Test
    void aLengthLeftOpenByAPipeMeansToTheEnd() throws IOException {
        assertThat(read(Wavs.mono(16_000).promising(0xFFFFFFFFL).of(WAVE))).hasSize(WAVE.length);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        byte[] whole = Wavs.mono(16_000).of(WAVE);
        refuses(Arrays.copyOf(whole, whole.length - 2), NotAudio.class, "cut off", "12", "10");
        refuses(Wavs.mono(16_000).promising(1_000_000).of(WAVE), NotAudio.class, "cut off");
        refuses(Arrays.copyOf(whole, 30), NotAudio.class, "cut off");
        refuses(Arrays.copyOf(whole, 40), NotAudio.class, "no samples");
        refuses(Wavs.mono(16_000).around(new byte[3]), NotAudio.class, "inside a sample");
    }

    @Test
    void everyTruncationIsARefusalAndNothingElse() {
        byte[] whole = Wavs.stereo(16_000).extensible().of(WAVE);
        for (int length = 0; length < whole.length; length++) {
            refuses(Arrays.copyOf(whole, length), NotAudio.class);
        }
    }

    @Test
    void headersThatLieAreRefused() {
        refuses(Wavs.mono(16_000).claimingBytesPerSecond(88_200).of(WAVE), NotAudio.class, "contradicts itself");
        refuses(Wavs.mono(0).of(WAVE), NotAudio.class, "no sound");
        refuses(Wavs.mono(16_000).channels(0).of(WAVE), NotAudio.class, "no sound");
        refuses(Wavs.mono(2_000_000).of(WAVE), NotAudio.class, "2000000 Hz");
        refuses(Wavs.mono(16_000).bits(32, true).of(Float.NaN), NotAudio.class, "no sound");
        refuses(Wavs.mono(16_000).bits(32, true).of(1e30f), NotAudio.class, "no sound");
        byte[] noFormat = Wavs.mono(16_000).of(WAVE);
        noFormat[12] = 'x';
        refuses(noFormat, NotAudio.class, "does not say what they are");
    }

    @Test
    void emptyFilesAndOtherThingsAreRefused() throws IOException {
        refuses(new byte[0], NotAudio.class, "empty");
        refuses(Wavs.mono(16_000).of(), NotAudio.class, "no samples");
        refuses(Wavs.ascii("Good morning, I am no recording."), NotAudio.class, "not a recording");
        assertThatThrownBy(() -> Recordings.open(folder)).isInstanceOf(NotAudio.class);
        assertThatThrownBy(() -> Recordings.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThat(Files.list(folder)).isNotEmpty();
    }

    @Test
    void formatsThatAreNotReadAreNamed() {
        refuses(Wavs.ascii("ID3 and some more bytes"), FormatNotRead.class, "MP3", "WAV");
        refuses(Wavs.ascii("fLaC and some more bytes"), FormatNotRead.class, "FLAC");
        refuses(Wavs.ascii("OggS and some more bytes"), FormatNotRead.class, "Ogg");
        refuses(Wavs.ascii("\0\0\0 ftypM4A and more"), FormatNotRead.class, "MP4");
        refuses(
                Wavs.joined(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, new byte[20]),
                FormatNotRead.class,
                "WebM");
        refuses(Wavs.mono(16_000).channels(6).of(WAVE), FormatNotRead.class, "6 channels");
        refuses(Wavs.mono(16_000).bits(64, false).of(WAVE), FormatNotRead.class, "64 bit");
    }

    @Test
    void mutatedFilesAreReadOrRefusedButBreakNothing() throws IOException {
        byte[] whole = Wavs.stereo(16_000).extensible().of(WAVE);
        Random dice = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] mutated = whole.clone();
            for (int hits = 1 + dice.nextInt(4); hits > 0; hits--) {
                mutated[dice.nextInt(mutated.length)] = (byte) dice.nextInt(256);
            }
            try {
                read(mutated);
            } catch (NotAudio | FormatNotRead refusal) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
