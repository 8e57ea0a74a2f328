package org.sellmeapen.media;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which piece of a file holds which quarter second: read from the end of a finished file, else found by walking it. */
final class RecordingIndex {

    private static final int TAIL = 64 << 10;

    /** @param offset of its heading in the file */
    record Entry(Segment heading, long offset) {
        long body() {
            return offset + Segment.HEADING;
        }

        long end() {
            return body() + heading.body();
        }
    }

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();
    private long samples;

    /** Something of a later piece supersedes what was in its place. */
    void put(Entry entry) {
        Segment heading = entry.heading();
        entries.subMap(heading.first(), heading.first() + heading.count()).clear();
        entries.put(heading.first(), entry);
        samples = Math.max(samples, heading.end());
    }

    /** How long the recording is. */
    long samples() {
        return samples;
    }

    int segments() {
        return Math.toIntExact((samples + Segment.SAMPLES - 1) / Segment.SAMPLES);
    }

    /** Null where nobody made a sound, or nothing was written. */
    @Nullable
    Entry find(int segment) {
        var floor = entries.floorEntry(segment);
        if (floor == null) {
            return null;
        }
        Segment heading = floor.getValue().heading();
        return segment < heading.first() + heading.count() && heading.channels() != 0 ? floor.getValue() : null;
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** @throws RecordingDamaged when it is no recording of that id, or its index was changed */
    static RecordingIndex of(Source source, RecordingCipher cipher) {
        mustBeRecording(source, cipher.id());
        int tail = (int) Math.min(TAIL, source.length());
        byte[] end = source.read(source.length() - tail, tail);
        ByteBuffer trailer = ByteBuffer.wrap(end);
        if (end.length >= Segment.TRAILER && trailer.getInt(end.length - 4) == Segment.TRAILER_MARK) {
            long offset = trailer.getLong(end.length - Segment.TRAILER);
            return read(source, offset, end, cipher);
        }
        return walk(source);
    }

    static void mustBeRecording(Source source, RecordingId id) {
        ByteBuffer heading = ByteBuffer.wrap(source.read(0, Segment.FILE_HEADING));
        if (!heading.equals(Segment.fileHeading(id))) {
            throw new RecordingDamaged(id, "its file is that of another recording, or of none");
        }
    }

    /** Structure only: what a piece holds is checked when it is read. Ends where no whole piece follows. */
    static RecordingIndex walk(Source source) {
        RecordingIndex index = new RecordingIndex();
        long at = Segment.FILE_HEADING;
        Optional<Entry> next = entryAt(source, at);
        while (next.isPresent() && !next.get().heading().index()) {
            index.put(next.get());
            at = next.get().end();
            next = entryAt(source, at);
        }
        return index;
    }

    /** Empty where no whole piece lies. */
    static Optional<Entry> entryAt(Source source, long at) {
        return Segment.read(ByteBuffer.wrap(source.read(at, Segment.HEADING)))
                .map(heading -> new Entry(heading, at))
                .filter(entry -> entry.end() <= source.length());
    }

    private static RecordingIndex read(Source source, long offset, byte[] tail, RecordingCipher cipher) {
        long until = source.length() - Segment.TRAILER;
        if (offset < Segment.FILE_HEADING || offset >= until) {
            throw new RecordingDamaged(cipher.id(), "its index is missing");
        }
        long tailFrom = source.length() - tail.length;
        byte[] piece = offset >= tailFrom
                ? Arrays.copyOfRange(tail, (int) (offset - tailFrom), (int) (until - tailFrom))
                : source.read(offset, Math.toIntExact(until - offset));
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        Optional<Segment> heading = Segment.read(bytes);
        if (heading.isEmpty() || !heading.get().index() || heading.get().body() != bytes.remaining()) {
            throw new RecordingDamaged(cipher.id(), "its index is missing");
        }
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        byte[] plain = cipher.open(heading.get(), sealed)
                .orElseThrow(() -> new RecordingDamaged(cipher.id(), "its index was changed, or its key is not here"));
        try {
            return unpacked(ByteBuffer.wrap(plain));
        } catch (BufferUnderflowException sealedAsItIs) {
            throw new IllegalStateException(sealedAsItIs);
        }
    }

    byte[] packed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int segment = 0;
        long offset = Segment.FILE_HEADING;
        for (Entry entry : entries.values()) {
            Segment heading = entry.heading();
            putNumber(out, heading.first() - segment);
            putNumber(out, heading.count());
            putNumber(out, Segment.SAMPLES - heading.used());
            putNumber(out, heading.channels());
            putNumber(out, heading.body());
            putNumber(out, entry.offset() - offset);
            segment = heading.first() + heading.count();
            offset = entry.end();
        }
        return out.toByteArray();
    }

    private static RecordingIndex unpacked(ByteBuffer in) {
        RecordingIndex index = new RecordingIndex();
        int segment = 0;
        long offset = Segment.FILE_HEADING;
        while (in.hasRemaining()) {
            int first = segment + (int) number(in);
            int count = (int) number(in);
            int used = Segment.SAMPLES - (int) number(in);
            int channels = (int) number(in);
            int body = (int) number(in);
            Entry entry = new Entry(new Segment(first, count, used, channels, false, body), offset + number(in));
            index.put(entry);
            segment = first + count;
            offset = entry.end();
        }
        return index;
    }

    /** Small numbers of either sign in few bytes. */
    private static void putNumber(ByteArrayOutputStream out, long number) {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long number(ByteBuffer in) {
        long zigzag = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            zigzag |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
