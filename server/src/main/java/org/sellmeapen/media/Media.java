package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door: recordings of the organisation in scope. Who may listen, whether somebody agreed to be recorded and
 * whether recording is on at all is asked by whoever calls.
 */
@Service
public class Media {

    /** How long opening waits for the same recording to be finished before. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MOST_STRETCHES = 20_000;

    private final Recordings recordings;
    private final MediaWork work;
    private final OrganisationKeys keys;
    private final MasterKeys masters;
    private final Spool spool;
    private final RecordingStore store;
    private final SampleBuffers buffers;
    private final RecordingWriter writer;
    private final Finisher finisher;
    private final Erasure erasure;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final WarmUp warmUp = new WarmUp();
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Media(
            Recordings recordings,
            MediaWork work,
            OrganisationKeys keys,
            MasterKeys masters,
            Spool spool,
            RecordingStore store,
            SampleBuffers buffers,
            RecordingWriter writer,
            Finisher finisher,
            Erasure erasure,
            Tenancy tenancy,
            PlatformTransactionManager transactionManager,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.recordings = recordings;
        this.work = work;
        this.keys = keys;
        this.masters = masters;
        this.spool = spool;
        this.store = store;
        this.buffers = buffers;
        this.writer = writer;
        this.finisher = finisher;
        this.erasure = erasure;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactionManager);
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the row of a recording, in the caller's transaction. Nothing is on disk yet. A subject that has one keeps it;
     * begun and never opened it is forgotten after a day.
     */
    @Transactional
    public RecordingId begin(BeginRecording order) {
        warmUp.begin();
        return recordings.begin(OrganisationScope.current(), new RecordingId(ids.next()), order, clock.instant());
    }

    /**
     * Opens a recording for writing: one just begun, whose row must be committed; one that is open in this process, whose
     * recorder is answered; one that a crash left; or one that was complete, which goes on at its end.
     * {@link Recorder#safeSamples()} then says where. Waits for disk, database and, for one that was complete, the store:
     * some milliseconds, or seconds; not for an event loop.
     *
     * @throws NotFound when there is none of that id here
     * @throws RecordingGone when it has expired
     * @throws RecordingElsewhere when another process has it, or another machine's disk
     * @throws RecordingDamaged when what lies there is not this recording
     * @throws StoreTrouble when it was complete and cannot be fetched
     */
    public Recorder open(RecordingId id) {
        OrganisationId organisation = OrganisationScope.current();
        // Row security answers for the organisation before anything of this process is looked at.
        mustBeKept(organisation, id);
        Optional<LiveRecorder> live = writer.find(id).filter(LiveRecorder::isOpen);
        if (live.isPresent()) {
            return live.get();
        }
        if (!spool.take(id, PATIENCE)) {
            return writer.find(id).filter(LiveRecorder::isOpen).orElseThrow(() -> new RecordingElsewhere(id));
        }
        boolean opened = false;
        try {
            LiveRecorder recorder = opened(organisation, id);
            opened = true;
            return recorder;
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder of recordings cannot be written", trouble);
        } finally {
            if (!opened) {
                spool.release(id);
                transaction.executeWithoutResult(_ -> work.release(organisation, id));
            }
        }
    }

    private LiveRecorder opened(OrganisationId organisation, RecordingId id) throws IOException {
        record Claimed(StoredRecording row, Aead aead) {}
        UUID here = spool.id();
        Path file = spool.file(organisation, id);
        Claimed claimed = transaction.execute(_ -> {
            StoredRecording row = mustBeKept(organisation, id);
            boolean mine = row.spool() == null || (row.spool().equals(here) && Files.exists(file));
            if (!mine || !work.claim(organisation, id)) {
                throw new RecordingElsewhere(id);
            }
            return new Claimed(row, keys.of(organisation));
        });
        spool.folder(organisation);
        String storedAs = claimed.row().storedAs();
        if (storedAs != null && !Files.exists(file)) {
            finisher.fetch(organisation, id, storedAs);
        }
        RecordingCipher cipher = new RecordingCipher(id, claimed.aead());
        SpoolFile growing = Files.exists(file) ? SpoolFile.reopen(file, cipher, true) : SpoolFile.create(file, cipher);
        LiveRecorder recorder = new LiveRecorder(organisation, cipher, file, growing, buffers, clock, writer::wake);
        if (!transaction.execute(_ -> recordings.opened(organisation, id, here))) {
            growing.close();
            spool.remove(organisation, id);
            throw new NotFound("recording"); // erased this very moment
        }
        writer.add(recorder);
        writer.start();
        return recorder;
    }

    private StoredRecording mustBeKept(OrganisationId organisation, RecordingId id) {
        StoredRecording row = transaction.execute(
                _ -> recordings.find(organisation, id).orElseThrow(() -> new NotFound("recording")));
        if (row.state() == RecordingState.EXPIRED) {
            throw new RecordingGone();
        }
        return row;
    }

    /** The recording of a subject, if there is one; told also when it has expired. */
    @Transactional(readOnly = true)
    public Optional<RecordingView> of(UUID subject) {
        return recordings
                .ofSubject(OrganisationScope.current(), subject)
                .map(row -> writer.find(row.id())
                        .map(live -> row.view(live.safeSamples(), live.bytes()))
                        .orElseGet(() -> row.view(row.samples(), row.bytes())));
    }

    /**
     * @throws NotFound when there is none of that id here
     * @throws RecordingGone when it has expired
     * @throws RecordingElsewhere when it still lies on another machine's disk
     * @throws RecordingDamaged when what lies there is not this recording, or its key is not here
     * @throws StoreTrouble when the store does not answer
     */
    public Playback playback(RecordingId id) {
        return new StereoWav(reader(id));
    }

    /** One channel for analysis; throws as {@link #playback}. */
    public Samples samples(RecordingId id, Channel channel) {
        return new ChannelSamples(reader(id), channel);
    }

    /**
     * Reads the whole recording: about half a second an hour.
     *
     * @param stretches 1 to 20,000
     * @throws NotValid for another number; else as {@link #playback}
     */
    public Peaks peaks(RecordingId id, int stretches) {
        if (stretches < 1 || stretches > MOST_STRETCHES) {
            throw new NotValid("buckets", "Between 1 and " + MOST_STRETCHES + " stretches can be asked for.");
        }
        try (SegmentReader reader = reader(id)) {
            return PeakFinder.of(reader, stretches);
        }
    }

    private SegmentReader reader(RecordingId id) {
        OrganisationId organisation = OrganisationScope.current();
        Source source = source(organisation, mustBeKept(organisation, id))
                // It was moved into the store between the look at the row and the look at the disk.
                .or(() -> source(organisation, mustBeKept(organisation, id)))
                .orElseThrow(() -> new RecordingElsewhere(id));
        try {
            Aead aead = transaction.execute(_ -> keys.of(organisation));
            return new SegmentReader(source, new RecordingCipher(id, aead));
        } catch (RuntimeException trouble) {
            source.close();
            throw trouble;
        }
    }

    private Optional<Source> source(OrganisationId organisation, StoredRecording row) {
        try {
            return Optional.of(Source.of(spool.file(organisation, row.id())));
        } catch (NoSuchFileException notHere) {
            String storedAs = row.storedAs();
            if (storedAs != null) {
                return Optional.of(store.source(storedAs, row.bytes()));
            }
            return row.spool() == null ? Optional.of(new NothingYet(row.id())) : Optional.empty();
        } catch (IOException trouble) {
            throw StoreTrouble.passing("the file of a recording cannot be read", trouble);
        }
    }

    /** A recording that was begun and has no file yet. */
    private record NothingYet(RecordingId id) implements Source {
        @Override
        public long length() {
            return Segment.FILE_HEADING;
        }

        @Override
        public byte[] read(long from, int length) {
            ByteBuffer heading = Segment.fileHeading(id);
            byte[] some = new byte[(int) Math.clamp(heading.limit() - from, 0, length)];
            heading.get((int) Math.min(from, heading.limit()), some);
            return some;
        }

        @Override
        public void close() {}
    }

    /**
     * Erasure, in the caller's transaction: the row goes with it, the files after it, and who still records is stopped.
     * Forgetting what is not there does nothing.
     */
    @Transactional
    public void forget(UUID subject) {
        OrganisationId organisation = OrganisationScope.current();
        erasure.removed(organisation, recordings.removeOfSubject(organisation, subject), "erased");
    }

    /** As {@link #forget}, all of a person's in this organisation. Done by itself when the account is removed. */
    @Transactional
    public void forgetPerson(PersonId person) {
        OrganisationId organisation = OrganisationScope.current();
        erasure.removed(organisation, recordings.removeOfPerson(organisation, person), "erased");
    }

    /**
     * The organisation keeps recordings of a class for another time from now on, those there are included.
     *
     * @param days from the beginning of each; 1 to 36,500
     * @return how many recordings it concerned
     */
    @Transactional
    public int keep(String retention, int days) {
        BeginRecording.mustBeDays(days);
        OrganisationId organisation = OrganisationScope.current();
        int concerned = recordings.keep(organisation, retention, days);
        audit.record(
                organisation,
                null,
                "recording.retention-changed",
                "retention:" + retention,
                Map.of("days", String.valueOf(days), "recordings", String.valueOf(concerned)));
        return concerned;
    }

    /** A new key for what this organisation records from now on; older recordings stay readable. */
    @Transactional
    public void rotateKey() {
        OrganisationId organisation = OrganisationScope.current();
        keys.rotate(organisation);
        audit.record(organisation, null, "media-key.rotated", "organisation:" + organisation, Map.of());
    }

    /** As {@link OrganisationKeys#rotateMaster}. */
    public int rotateMasterKey() {
        return keys.rotateMaster(tenancy.organisations(), transaction);
    }
}
