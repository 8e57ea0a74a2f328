package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OggEndTests {

    @TempDir
    Path folder;

    private static byte[] page(int... segments) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("OggS".getBytes(StandardCharsets.US_ASCII));
        page.writeBytes(new byte[22]);
        page.write(segments.length);
        for (int segment : segments) {
            page.write(segment);
        }
        page.writeBytes(new byte[Arrays.stream(segments).sum()]);
        return page.toByteArray();
    }

    private boolean isCutOff(byte[] bytes) throws IOException {
        return OggEnd.isCutOff(Files.write(folder.resolve("one.ogg"), bytes));
    }

    @Test
    void aFileIsCutWhereverItsLastPageIsNotWhole() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(page(255, 255, 90));
        whole.writeBytes(page(200, 10));
        byte[] bytes = whole.toByteArray();
        assertThat(isCutOff(bytes)).isFalse();
        int second = page(255, 255, 90).length;
        for (int length :
                new int[] {second + 4, second + 26, second + 28, second + 100, bytes.length - 1, second - 1, 30}) {
            assertThat(isCutOff(Arrays.copyOf(bytes, length)))
                    .as("%s bytes", length)
                    .isTrue();
        }
    }

    @Test
    void theLongestPageIsFoundAndWhatIsNoPageIsLeftToTheDecoder() throws IOException {
        int[] most = new int[255];
        Arrays.fill(most, 255);
        byte[] longest = page(most);
        assertThat(isCutOff(longest)).isFalse();
        assertThat(isCutOff(Arrays.copyOf(longest, longest.length - 1))).isTrue();
        assertThat(isCutOff(new byte[100_000])).isFalse();
    }
}
