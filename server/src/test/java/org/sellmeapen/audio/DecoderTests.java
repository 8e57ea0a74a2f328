package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.kernel.Problem;

class DecoderTests {

    private static final Decoder DECODER = new Decoder();
    private static final double SECONDS = 4;

    @TempDir
    Path folder;

    private Encoded encoded;

    @BeforeEach
    void aDecoderIsNeeded() {
        assumeTrue(DECODER.program().isPresent(), "no ffmpeg runs on this machine");
        encoded = new Encoded(DECODER.program().orElseThrow(), folder);
    }

    private static long frames(SampleStream stream) throws IOException {
        long frames = 0;
        float[] block = new float[4_096 * stream.channels()];
        for (int count = stream.read(block); count > 0; count = stream.read(block)) {
            frames += count;
        }
        return frames;
    }

    private static double seconds(Path file) throws IOException {
        try (SampleStream stream = DECODER.open(file)) {
            return (double) frames(stream) / stream.rate();
        }
    }

    private Path source(int channels, int rate) throws IOException {
        float[] samples = new float[(int) (SECONDS * rate) * channels];
        for (int i = 0; i < samples.length; i++) {
            int channel = i % channels;
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * (220 + 110 * channel) * (i / channels) / rate));
        }
        return Wavs.write(
                folder.resolve("source.wav"), (channels == 1 ? Wavs.mono(rate) : Wavs.stereo(rate)).of(samples));
    }

    @Test
    void everyFormatKeepsItsChannelsAndItsLengthWithinATenthOfASecond() throws IOException {
        for (int channels : new int[] {1, 2}) {
            Path source = source(channels, 16_000);
            for (String name : Encoded.NAMES) {
                Path file = encoded.as(name, source);
                try (SampleStream stream = DECODER.open(file)) {
                    assertThat(stream.channels()).as(name).isEqualTo(channels);
                    assertThat((double) frames(stream) / stream.rate()).as(name).isCloseTo(SECONDS, within(0.1));
                }
            }
        }
    }

    @Test
    void whatIsCompressedWithoutLossGivesTheSameSamplesAsWav() throws IOException {
        Path source = source(2, 44_100);
        float[] plain = new float[2 * 8_000];
        float[] flac = new float[2 * 8_000];
        try (SampleStream one = DECODER.open(source);
                SampleStream other = DECODER.open(encoded.as("x.flac", source))) {
            assertThat(other.rate()).isEqualTo(44_100);
            one.read(plain);
            other.read(flac);
        }
        assertThat(flac).isEqualTo(plain);
    }

    @Test
    void aNameSaysNothing() throws IOException {
        Path flac = encoded.as("x.flac", source(1, 16_000));
        assertThat(seconds(Files.move(flac, folder.resolve("call.mp3")))).isCloseTo(SECONDS, within(0.01));
    }

    @Test
    void aVideoIsHeardAndNotSeen() throws IOException {
        Path source = source(1, 16_000);
        assertThat(seconds(encoded.video("v.mp4", source))).isCloseTo(SECONDS, within(0.15));
        assertThatThrownBy(() -> seconds(encoded.silentVideo("s.mp4")))
                .isInstanceOf(NotAudio.class)
                .hasMessageContaining("no sound");
    }

    @Test
    void aFileThatIsCutOffSaysSo() throws IOException {
        Path source = source(1, 16_000);
        for (String name : List.of("x.m4a", "x.flac", "x.webm")) {
            byte[] whole = Files.readAllBytes(encoded.as(name, source));
            Path cut = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> seconds(cut)).as(name).isInstanceOf(NotAudio.class);
        }
    }

    @Test
    void aHeaderThatPromisesMoreThanThereIsIsNotBelieved() throws IOException {
        byte[] flac = Files.readAllBytes(encoded.as("x.flac", source(1, 16_000)));
        // STREAMINFO: the lowest 32 of the 36 bits that count samples.
        flac[22] = 0x10;
        Path liar = Files.write(folder.resolve("liar.flac"), flac);
        assertThatThrownBy(() -> seconds(liar)).isInstanceOf(NotAudio.class).hasMessageContaining("promises");
    }

    @Test
    void aListOfOtherFilesIsNoRecording() throws IOException {
        Path secret = source(1, 16_000);
        for (String text : List.of(
                "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile://" + secret + "\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile " + secret.getFileName() + "\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\n")) {
            Path list = Files.writeString(folder.resolve("list.m4a"), text);
            assertThatThrownBy(() -> seconds(list)).isInstanceOf(NotAudio.class);
        }
    }

    @Test
    void whoKeepsTheDecoderWaitingIsKilled() throws IOException {
        Path waits = program("if [ \"$1\" = -version ]; then exit 0; fi; sleep 60");
        Decoder decoder = new Decoder(
                new FfmpegPlaces(waits, "", folder),
                new DecoderCaps(1_024, Duration.ofSeconds(5), Duration.ofMillis(300), 1 << 20, 60));
        Path file = Files.write(folder.resolve("a.mp3"), new byte[] {'I', 'D', '3', 0, 0, 0, 0, 0, 0, 0, 0, 0});
        long before = ProcessHandle.current().descendants().count();
        assertThatThrownBy(() -> decoder.open(file))
                .isInstanceOf(NotAudio.class)
                .hasMessageContaining("busy");
        assertThat(ProcessHandle.current().descendants().count()).isLessThanOrEqualTo(before);
    }

    @Test
    void whatEatsMemoryOrWritesFilesIsStopped() throws IOException {
        Path eats = program("if [ \"$1\" = -version ]; then exit 0; fi; echo x > " + folder.resolve("written")
                + " || exit 3; [ \"$(ulimit -v)\" = 65536 ] && [ \"$(ulimit -n)\" = 32 ] || exit 4; exit 5");
        Decoder decoder = new Decoder(
                new FfmpegPlaces(eats, "", folder),
                new DecoderCaps(64, Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, 60));
        Path file = Files.write(folder.resolve("a.mp3"), new byte[] {'I', 'D', '3', 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> decoder.open(file)).isInstanceOf(NotAudio.class);
        assertThat(folder.resolve("written"))
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyFile());
    }

    @Test
    void withoutADecoderWavIsReadAndTheRestNamesTheRemedy() throws IOException {
        Decoder none = new Decoder(new FfmpegPlaces(folder.resolve("none"), "", folder), DecoderCaps.USUAL);
        try (SampleStream wav = none.open(source(1, 16_000))) {
            assertThat(frames(wav)).isEqualTo(64_000);
        }
        Path flac = encoded.as("x.flac", source(1, 16_000));
        assertThatThrownBy(() -> none.open(flac))
                .isInstanceOf(DecoderMissing.class)
                .hasMessageContaining("ffmpeg");
    }

    @Test
    void oursIsUnpackedOnceAndWhole() throws IOException {
        FfmpegPlaces ours = new FfmpegPlaces(null, "", folder.resolve("cache"));
        List<Path> programs = ours.programs();
        assumeTrue(!programs.isEmpty(), "no ffmpeg comes with us for this machine");
        assertThat(programs.getFirst()).isExecutable();
        assertThat(Files.list(folder.resolve("cache"))).hasSize(1);
        assertThat(ours.programs()).isEqualTo(programs);
    }

    /** Any damage: an answer or a refusal, never a bug, a hang or something left behind. */
    @Test
    void damageNeverDoesMoreThanARefusal() throws IOException {
        Mutations mutations = new Mutations(new Random(11));
        Path source = source(1, 16_000);
        List<Path> originals = List.of(
                encoded.as("x.mp3", source),
                encoded.as("x.m4a", source),
                encoded.as("x.webm", source),
                encoded.as("x.ogg", source));
        for (int i = 0; i < 32; i++) {
            byte[] whole = Files.readAllBytes(originals.get(i % originals.size()));
            Path damaged = Files.write(folder.resolve("damaged"), mutations.of(whole));
            try {
                seconds(damaged);
            } catch (Problem refused) {
                assertThat(refused.getMessage()).doesNotContain(folder.toString());
            }
        }
        assertThat(ProcessHandle.current().descendants())
                .filteredOn(ProcessHandle::isAlive)
                .extracting(process -> process.info().commandLine().orElse(""))
                .noneMatch(command -> command.contains("ffmpeg"));
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
