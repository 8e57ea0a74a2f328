package org.sellmeapen.ai.sound;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.audio.SampleStream;

/** 16-bit little-endian samples as they come in, to be brought to another rate. */
final class PcmStream implements SampleStream {

    private final Incoming incoming;
    private final int rate;
    private final byte[] bytes = new byte[9_600];
    private int from;
    private int to;
    private @Nullable Exception failed;

    PcmStream(Incoming incoming, int rate) {
        this.incoming = incoming;
        this.rate = rate;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int read(float[] into) throws IOException {
        int count = 0;
        while (count < into.length && there()) {
            into[count++] = (short) ((bytes[from] & 0xFF) | bytes[from + 1] << 8) / 32_768f;
            from += 2;
        }
        return count;
    }

    /** Whether there is another sample. */
    private boolean there() throws IOException {
        while (to - from < 2) {
            if (to > from) {
                bytes[0] = bytes[from];
            }
            to -= from;
            from = 0;
            try {
                int n = incoming.some(bytes, to);
                if (n < 0) {
                    return false;
                }
                to += n;
            } catch (ModelFailed | InterruptedException e) {
                failed = e;
                throw new IOException(e);
            }
        }
        return true;
    }

    /** What really happened. */
    ModelFailed why(IOException otherwise) throws InterruptedException {
        if (failed instanceof InterruptedException) {
            throw new InterruptedException();
        }
        if (failed instanceof ModelFailed why) {
            return why;
        }
        throw new IllegalStateException(otherwise); // nothing else here reads
    }

    @Override
    public void close() {
        // whoever opened it closes it
    }
}
