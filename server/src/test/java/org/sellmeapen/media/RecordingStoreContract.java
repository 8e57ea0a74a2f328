package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does. */
abstract class RecordingStoreContract {

    static final String NAME = "0198f1c2-aaaa-7000-8000-000000000001/0198f1c2-bbbb-7000-8000-000000000002.pen";

    @TempDir
    Path folder;

    abstract RecordingStore store();

    Path file(int length, int seed) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve("given-" + seed), bytes);
    }

    private byte[] whole(String name) {
        return store().read(name, 0, 10 << 20);
    }

    @Test
    void whatWasPutIsRead() throws IOException {
        Path file = file(300_000, 1);
        store().put(NAME, file);
        assertThat(whole(NAME)).isEqualTo(Files.readAllBytes(file));
        assertThat(store().length(NAME)).isEqualTo(300_000);
        assertThat(file).as("whoever put it removes it").exists();
    }

    @Test
    void whatWasPutStaysWhenTheGivenFileGoes() throws IOException {
        Path file = file(1000, 2);
        byte[] bytes = Files.readAllBytes(file);
        store().put(NAME, file);
        Files.delete(file);
        assertThat(whole(NAME)).isEqualTo(bytes);
    }

    @Test
    void rangesAreExact() throws IOException {
        Path file = file(10_000, 3);
        byte[] bytes = Files.readAllBytes(file);
        store().put(NAME, file);
        int[][] ranges = {{0, 1}, {0, 10_000}, {1, 1}, {9_999, 1}, {5_000, 4_999}, {17, 300}};
        for (int[] range : ranges) {
            assertThat(store().read(NAME, range[0], range[1]))
                    .isEqualTo(Arrays.copyOfRange(bytes, range[0], range[0] + range[1]));
        }
    }

    @Test
    void beyondTheEndThereIsLessAndThenNothing() throws IOException {
        Path file = file(100, 4);
        store().put(NAME, file);
        assertThat(store().read(NAME, 90, 50)).hasSize(10);
        assertThat(store().read(NAME, 100, 50)).isEmpty();
        assertThat(store().read(NAME, 5_000, 50)).isEmpty();
    }

    @Test
    void puttingAgainReplaces() throws IOException {
        store().put(NAME, file(1000, 5));
        store().put(NAME, file(1000, 5));
        Path other = file(500, 6);
        store().put(NAME, other);
        assertThat(whole(NAME)).isEqualTo(Files.readAllBytes(other));
        assertThat(store().length(NAME)).isEqualTo(500);
    }

    @Test
    void whatIsNotThereIsNeitherReadNorMissedWhenRemoved() {
        assertThat(store().length(NAME)).isEqualTo(-1);
        assertThat(store().read(NAME, 0, 10)).isEmpty();
        store().remove(NAME);
    }

    @Test
    void whatIsRemovedIsGoneAndNothingElse() throws IOException {
        String other = NAME.replace("2.pen", "3.pen");
        store().put(NAME, file(10, 7));
        store().put(other, file(20, 8));
        store().remove(NAME);
        store().remove(NAME);
        assertThat(store().length(NAME)).isEqualTo(-1);
        assertThat(store().length(other)).isEqualTo(20);
    }

    @Test
    void aWholeRecordingPlaysFromIt() throws IOException {
        Desk desk = new Desk(folder);
        LiveRecorder recorder = desk.open();
        desk.talk(recorder, 0, 9 * Segment.RATE + 5, Desk.Voice.LOW, Desk.Voice.HIGH);
        desk.finish(recorder);
        store().put(NAME, desk.file);
        Source source = store().source(NAME, Files.size(desk.file));
        try (Playback playback = new StereoWav(new SegmentReader(source, desk.cipher))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            playback.copy(0, playback.length(), out);
            assertThat(out.toByteArray()).isEqualTo(desk.wav());
        }
    }
}
