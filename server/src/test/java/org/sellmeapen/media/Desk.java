package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.MasterKeys;

/** One recording on a disk of its own, with a clock that stands until it is moved and no thread: rounds are called. */
final class Desk {

    static final KeysetHandle KEYS = MasterKeys.fresh();

    final RecordingId id;
    final RecordingCipher cipher;
    final Path file;
    final SampleBuffers buffers = new SampleBuffers(8 << 20);
    final List<LiveRecorder> over = new ArrayList<>();
    final RecordingWriter writer = new RecordingWriter(over::add);
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    Desk(Path folder) {
        this(folder, new RecordingId(new UUID(7, 7)), MasterKeys.aead(KEYS));
    }

    Desk(Path folder, RecordingId id, Aead aead) {
        this.id = id;
        this.cipher = new RecordingCipher(id, aead);
        this.file = folder.resolve(id + ".pen");
    }

    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    LiveRecorder open() {
        try {
            SpoolFile spool =
                    Files.exists(file) ? SpoolFile.reopen(file, cipher, true) : SpoolFile.create(file, cipher);
            LiveRecorder recorder =
                    new LiveRecorder(new OrganisationId(new UUID(1, 1)), cipher, file, spool, buffers, clock, () -> {});
            writer.add(recorder);
            return recorder;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** As much as the writer's thread would do in that time. */
    void rounds(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= RecordingWriter.EVERY.toMillis()) {
            pass(Duration.ofMillis(Math.min(left, RecordingWriter.EVERY.toMillis())));
            writer.flush();
        }
    }

    /** Frames of 20 ms in real time from a place on; the buyer's too where there are two voices. */
    void talk(Recorder recorder, long from, long to, Voice... voices) {
        for (long at = from; at < to; at += 480) {
            int length = (int) Math.min(480, to - at);
            for (int channel = 0; channel < voices.length; channel++) {
                recorder.write(Channel.values()[channel], at, voices[channel].frame(at, length), 0, length);
            }
            pass(Duration.ofMillis(20));
            if ((at - from) / 480 % 2 == 1) {
                writer.flush();
            }
        }
    }

    /** A finished file with an index, as it lies in a store. */
    void finish(LiveRecorder recorder) {
        recorder.close();
        writer.flush();
        try (SpoolFile spool = SpoolFile.reopen(file, cipher, false)) {
            spool.finish(file, new SpoolFile.Bench());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    SegmentReader reader() {
        return reader(cipher);
    }

    SegmentReader reader(RecordingCipher with) {
        try {
            return new SegmentReader(Source.of(file), with);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    short[] heard(Channel channel) {
        try (Samples samples = new ChannelSamples(reader(), channel)) {
            short[] all = new short[(int) samples.length()];
            int at = 0;
            while (at < all.length) {
                at += samples.read(all, at, Math.min(1000, all.length - at));
            }
            if (samples.read(new short[1], 0, 1) != -1) {
                throw new AssertionError("more samples than its length says");
            }
            return all;
        }
    }

    byte[] wav() {
        try (Playback playback = new StereoWav(reader())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            playback.copy(0, playback.length(), out);
            return out.toByteArray();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** A voice whose every sample tells where it belongs. */
    enum Voice {
        LOW(7),
        HIGH(1013);

        private final int step;

        Voice(int step) {
            this.step = step;
        }

        short at(long sample) {
            return (short) (sample * step % 30_011 + 1);
        }

        short[] frame(long at, int length) {
            short[] samples = new short[length];
            for (int i = 0; i < length; i++) {
                samples[i] = at(at + i);
            }
            return samples;
        }
    }
}
