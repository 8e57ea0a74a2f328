package org.sellmeapen.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file a recording is appended to while it runs. For one thread at a time. */
final class SpoolFile implements Closeable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** A second of silence goes into one piece. */
    private static final int RUN = 4;

    /** What sealing needs besides, once for all files of a thread. */
    static final class Bench {
        private final byte[] one = new byte[SampleBuffers.BYTES];
        private final byte[] both = new byte[2 * SampleBuffers.BYTES];
        private final ByteBuffer heading = ByteBuffer.allocate(Segment.HEADING);
    }

    private static final byte[] NOTHING = new byte[0];

    private final FileChannel channel;
    private final RecordingCipher cipher;
    private long end;
    private long safeSamples;
    private int silentFrom;
    private int silent;

    private SpoolFile(FileChannel channel, RecordingCipher cipher, long end, long safeSamples) {
        this.channel = channel;
        this.cipher = cipher;
        this.end = end;
        this.safeSamples = safeSamples;
    }

    static SpoolFile create(Path file, RecordingCipher cipher) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ),
                OWNER_ONLY);
        SpoolFile spool = new SpoolFile(channel, cipher, 0, 0);
        spool.append(Segment.fileHeading(cipher.id()));
        return spool;
    }

    /**
     * Opens what a crash, or an earlier end, left: a torn tail and an index are cut off, everything before stays. What is
     * damaged in the middle stays too, and is told when it is played.
     *
     * @param verify after a crash, when what looks whole may not be
     * @throws RecordingDamaged when it is another recording's
     */
    static SpoolFile reopen(Path file, RecordingCipher cipher, boolean verify) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try (Source source = Source.of(file)) {
            if (source.length() < Segment.FILE_HEADING) {
                channel.truncate(0);
                SpoolFile spool = new SpoolFile(channel, cipher, 0, 0);
                spool.append(Segment.fileHeading(cipher.id()));
                return spool;
            }
            RecordingIndex.mustBeRecording(source, cipher.id());
            long end = Segment.FILE_HEADING;
            long samples = 0;
            Optional<RecordingIndex.Entry> next = RecordingIndex.entryAt(source, end);
            while (next.isPresent() && !next.get().heading().index()) {
                RecordingIndex.Entry entry = next.get();
                if (!verify || isWhole(source, entry, cipher)) {
                    end = entry.end();
                    samples = Math.max(samples, entry.heading().end());
                }
                next = RecordingIndex.entryAt(source, entry.end());
            }
            channel.truncate(end);
            return new SpoolFile(channel, cipher, end, samples);
        } catch (IOException | RuntimeException trouble) {
            channel.close();
            throw trouble;
        }
    }

    private static boolean isWhole(Source source, RecordingIndex.Entry entry, RecordingCipher cipher) {
        byte[] body = source.read(entry.body(), entry.heading().body());
        return cipher.open(entry.heading(), body).isPresent();
    }

    /** What was not sounded yet of a run of silence is not counted. */
    long safeSamples() {
        return safeSamples;
    }

    /** Its bytes so far. */
    long bytes() {
        return end;
    }

    void append(Piece piece, Bench bench) throws IOException {
        if (piece.isSilent() && !piece.provisional() && piece.used() == Segment.SAMPLES) {
            if (silent > 0 && silentFrom + silent != piece.first()) {
                endSilence(bench);
            }
            if (silent == 0) {
                silentFrom = piece.first();
            }
            silent += piece.count();
            if (silent >= RUN) {
                endSilence(bench);
            }
            return;
        }
        endSilence(bench);
        byte[] plain = plain(piece.rep(), piece.buyer(), bench);
        int channels =
                (piece.rep() == null ? 0 : Channel.REP.bit()) | (piece.buyer() == null ? 0 : Channel.BUYER.bit());
        seal(piece.first(), piece.count(), piece.used(), channels, false, plain, bench);
        safeSamples = Math.max(safeSamples, piece.end());
    }

    void endSilence(Bench bench) throws IOException {
        if (silent > 0) {
            seal(silentFrom, silent, Segment.SAMPLES, 0, false, NOTHING, bench);
            safeSamples = Math.max(safeSamples, (long) (silentFrom + silent) * Segment.SAMPLES);
            silent = 0;
        }
    }

    /** Writes the index, and waits for the disk. */
    RecordingIndex finish(Path file, Bench bench) throws IOException {
        endSilence(bench);
        RecordingIndex index;
        try (Source source = Source.of(file)) {
            index = RecordingIndex.walk(source);
        }
        long offset = end;
        seal(0, 0, 0, 0, true, index.packed(), bench);
        append(ByteBuffer.allocate(Segment.TRAILER)
                .putLong(offset)
                .putInt(0)
                .putInt(Segment.TRAILER_MARK)
                .flip());
        channel.force(true);
        return index;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] plain(short @Nullable [] rep, short @Nullable [] buyer, Bench bench) {
        byte[] plain = rep != null && buyer != null ? bench.both : bench.one;
        ByteBuffer into = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        if (rep == null && buyer == null) {
            return NOTHING;
        }
        if (rep != null) {
            into.asShortBuffer().put(rep);
            into.position(into.position() + SampleBuffers.BYTES);
        }
        if (buyer != null) {
            into.asShortBuffer().put(buyer);
        }
        return plain;
    }

    private void seal(int first, int count, int used, int channels, boolean index, byte[] plain, Bench bench)
            throws IOException {
        Segment heading = new Segment(first, count, used, channels, index, plain.length + RecordingCipher.OVERHEAD);
        byte[] sealed = cipher.seal(heading, plain);
        if (sealed.length != heading.body()) {
            throw new IllegalStateException("a key of another kind than recordings are sealed with");
        }
        heading.put(bench.heading.clear());
        append(bench.heading.flip(), ByteBuffer.wrap(sealed));
    }

    /** All of it or nothing: what a full disk took of it is cut off again, so that the next piece lies where it should. */
    private void append(ByteBuffer... bytes) throws IOException {
        try {
            channel.position(end);
            long length = 0;
            for (ByteBuffer part : bytes) {
                length += part.remaining();
            }
            long written = 0;
            while (written < length) {
                written += channel.write(bytes);
            }
            end += length;
        } catch (IOException trouble) {
            channel.truncate(end);
            throw trouble;
        }
    }
}
