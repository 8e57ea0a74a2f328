package org.sellmeapen.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open recording. Whoever writes copies into the {@link Window} under a lock that is never held while anybody waits for
 * the disk; the writer's thread alone touches the file.
 */
final class LiveRecorder implements Recorder {

    private static final Logger log = LoggerFactory.getLogger(LiveRecorder.class);
    /** How often a last writing is tried, some seconds in all, before what cannot be written is given up. */
    private static final int LAST_TRIES = 60;

    private enum End {
        NONE,
        CLOSED,
        ABANDONED
    }

    private final OrganisationId organisation;
    private final RecordingId id;
    private final Path file;
    private final SpoolFile spool;
    private final SampleBuffers buffers;
    private final Clock clock;
    private final Runnable wake;
    private final Window window;
    private volatile long safeSamples;
    private volatile long bytes;
    private volatile End end = End.NONE;
    private int failures;
    private long lost;

    LiveRecorder(
            OrganisationId organisation,
            RecordingCipher cipher,
            Path file,
            SpoolFile spool,
            SampleBuffers buffers,
            Clock clock,
            Runnable wake)
            throws IOException {
        this.organisation = organisation;
        this.id = cipher.id();
        this.file = file;
        this.spool = spool;
        this.buffers = buffers;
        this.clock = clock;
        this.wake = wake;
        this.safeSamples = spool.safeSamples();
        this.bytes = spool.bytes();
        this.window = window(cipher);
    }

    /** With the unfinished last quarter second, so that what follows completes it. */
    private Window window(RecordingCipher cipher) throws IOException {
        if (safeSamples % Segment.SAMPLES == 0) {
            return new Window(buffers, safeSamples, null, null);
        }
        int last = (int) (safeSamples / Segment.SAMPLES);
        try (Source source = Source.of(file);
                SegmentReader reader = new SegmentReader(source, cipher)) {
            reader.load(last, last);
            return new Window(buffers, safeSamples, reader.rep, reader.buyer);
        }
    }

    OrganisationId organisation() {
        return organisation;
    }

    RecordingId id() {
        return id;
    }

    Path file() {
        return file;
    }

    @Override
    public Taken write(Channel channel, long atSample, short[] samples, int from, int length) {
        long now = clock.millis();
        synchronized (window) {
            if (end != End.NONE) {
                return Taken.CLOSED;
            }
            return window.write(channel, atSample, samples, from, length, now);
        }
    }

    @Override
    public long safeSamples() {
        return safeSamples;
    }

    @Override
    public long droppedSamples() {
        synchronized (window) {
            return window.dropped() + lost;
        }
    }

    @Override
    public void close() {
        finishAs(End.CLOSED);
    }

    /** The recording was erased, or taken over by another node: nothing more is written. */
    void abandon() {
        finishAs(End.ABANDONED);
    }

    private void finishAs(End how) {
        synchronized (window) {
            if (end == End.NONE || how == End.ABANDONED) {
                end = how;
            }
        }
        wake.run();
    }

    boolean isOpen() {
        return end == End.NONE;
    }

    /** Of the file so far. */
    long bytes() {
        return bytes;
    }

    boolean isAbandoned() {
        return end == End.ABANDONED;
    }

    /** By the writer's thread. @return whether it is over: the file is complete but for its index, and closed */
    boolean flush(SpoolFile.Bench bench) {
        End seen;
        synchronized (window) {
            seen = end;
            if (seen == End.CLOSED) {
                window.collectAll();
            } else if (seen == End.NONE) {
                window.collect(clock.millis());
            }
        }
        if (seen == End.ABANDONED) {
            return over();
        }
        try {
            for (Piece piece = next(); piece != null; piece = next()) {
                write(piece, bench);
            }
            if (seen == End.CLOSED) {
                spool.endSilence(bench);
            }
            safeSamples = spool.safeSamples();
            bytes = spool.bytes();
            failures = 0;
            return seen == End.CLOSED && over();
        } catch (IOException trouble) {
            if (failures++ == 0) {
                log.error("recording={} cannot be written; it is tried again", id, trouble);
            }
            return seen == End.CLOSED && failures > LAST_TRIES && over();
        }
    }

    private @Nullable Piece next() {
        synchronized (window) {
            return window.next();
        }
    }

    private void write(Piece piece, SpoolFile.Bench bench) throws IOException {
        try {
            spool.append(piece, bench);
        } catch (IOException trouble) {
            synchronized (window) {
                window.again(piece);
            }
            throw trouble;
        }
        piece.release(buffers);
    }

    private boolean over() {
        synchronized (window) {
            for (Piece left = window.next(); left != null; left = window.next()) {
                lost += left.isSilent() ? 0 : left.used();
                left.release(buffers);
            }
            window.releaseAll();
        }
        try {
            spool.close();
        } catch (IOException trouble) {
            log.error("the file of recording={} cannot be closed", id, trouble);
        }
        return true;
    }
}
