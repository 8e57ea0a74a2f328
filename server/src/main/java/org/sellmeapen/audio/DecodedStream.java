package org.sellmeapen.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Samples as they come out of a decoder's pipe: float WAV whose length nobody knows beforehand. Nothing is kept on disk.
 * Whether the file was whole is known at its end, when what came is compared with what its header promised.
 */
final class DecodedStream implements SampleStream {

    private static final int DATA = 0x61746164; // "data", little-endian
    private static final int FMT = 0x20746D66; // "fmt "
    private static final int MOST_HEADER = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final int LEAVES_WITHIN_S = 5;
    private static final int MOST_SAMPLE = 1_000_000;

    /** Encoders pad, and some count the padding. */
    private static final double MAY_BE_MISSING_S = 0.5;

    private static final double MAY_BE_MISSING = 0.02;

    private final Container container;
    private final Process process;
    private final InputStream out;
    private final DecoderSaid said;
    private final StallGuard guard;
    private final WavFormat format;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private int filled;
    private long frames;
    private boolean ended;

    DecodedStream(Container container, List<String> command, Path library, DecoderCaps caps) throws IOException {
        this.container = container;
        process = bare(command, library).start();
        process.getOutputStream().close();
        out = process.getInputStream();
        said = DecoderSaid.by(process.getErrorStream());
        guard = new StallGuard(process, caps.stall());
        try {
            format = header();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Without our environment: it holds what no decoder needs to know. */
    static ProcessBuilder bare(List<String> command, Path library) {
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("LD_LIBRARY_PATH", library.toString());
        return builder;
    }

    private WavFormat header() throws IOException {
        ByteBuffer riff = taken(12);
        if (riff == null) {
            throw refused();
        }
        WavFormat found = null;
        while (true) {
            ByteBuffer chunk = taken(8);
            if (chunk == null) {
                throw refused();
            }
            int id = chunk.getInt();
            int size = chunk.getInt();
            if (id == DATA && found != null) {
                return found;
            }
            ByteBuffer body = size < 0 || size > MOST_HEADER ? null : taken(size);
            if (body == null) {
                throw refused();
            }
            if (id == FMT) {
                found = WavFormat.of(body);
            }
        }
    }

    private @Nullable ByteBuffer taken(int count) throws IOException {
        byte[] some = new byte[count];
        for (int at = 0; at < count; ) {
            int more = some(some, at, count - at);
            if (more < 0) {
                return null;
            }
            at += more;
        }
        return ByteBuffer.wrap(some).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int some(byte[] into, int at, int count) throws IOException {
        guard.waiting();
        try {
            return out.read(into, at, count);
        } catch (IOException e) {
            if (guard.struck()) {
                return -1;
            }
            throw e;
        } finally {
            guard.served();
        }
    }

    @Override
    public int rate() {
        return format.rate();
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public int read(float[] into) throws IOException {
        int wanted = into.length / channels() * channels();
        int at = 0;
        while (at < wanted && !ended) {
            int most = Math.min(BUFFER, (wanted - at) * Float.BYTES) - filled;
            int more = some(bytes, filled, most);
            if (more < 0) {
                ended = true;
                frames += at / channels();
                mustBeWhole();
                return at / channels();
            }
            filled += more;
            int whole = filled / Float.BYTES;
            for (int i = 0; i < whole; i++) {
                into[at++] = sane(view.getFloat(i * Float.BYTES));
            }
            System.arraycopy(bytes, whole * Float.BYTES, bytes, 0, filled - whole * Float.BYTES);
            filled -= whole * Float.BYTES;
        }
        frames += at / channels();
        return at / channels();
    }

    private static float sane(float sample) {
        if (!(Math.abs(sample) <= MOST_SAMPLE)) {
            throw new NotAudio("This recording decodes to numbers that are no sound.");
        }
        return sample;
    }

    private void mustBeWhole() throws IOException {
        int left = left();
        double seconds = (double) frames / format.rate();
        if (guard.struck() || left != 0 || frames == 0) {
            throw refused();
        }
        Double promised = said.promisedSeconds();
        if (promised != null && seconds < promised * (1 - MAY_BE_MISSING) - MAY_BE_MISSING_S) {
            throw new NotAudio("This %s file is cut off or lies: its header promises %.1f s of sound, %.1f s are there."
                    .formatted(container.words(), promised, seconds));
        }
        if (said.cutOff()) {
            throw new NotAudio("This %s file is cut off after %.1f s.".formatted(container.words(), seconds));
        }
    }

    /** What the program left with; something else than 0 where it had to be made to leave. */
    private int left() throws IOException {
        try {
            if (process.waitFor(LEAVES_WITHIN_S, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    private NotAudio refused() throws IOException {
        int left = guard.struck() ? -1 : left();
        String what = "This " + container.words() + " file ";
        if (guard.struck()) {
            return new NotAudio(what + "keeps the decoder busy without giving any sound.");
        }
        if (said.cutOff()) {
            return new NotAudio(what + "is cut off.");
        }
        if (said.noSound()) {
            return new NotAudio(what + "holds no sound track.");
        }
        if (said.codecNotRead()) {
            return new NotAudio(what + "holds sound in a form that is not read.");
        }
        // 128 and a signal; or no memory, as ffmpeg names it. Its other numbers above are its own words for damage.
        boolean limited = left < 0 || (left > 128 && left < 160) || left == 244;
        return new NotAudio(
                limited
                        ? what + "needs more memory or time than a recording may."
                        : what + "is damaged, or not what it begins like.");
    }

    @Override
    public void close() {
        guard.close();
        process.destroyForcibly();
        try {
            out.close();
        } catch (IOException _) {
            // it is gone either way
        }
        said.close();
    }
}
