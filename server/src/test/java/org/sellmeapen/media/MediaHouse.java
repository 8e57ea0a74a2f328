package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sellmeapen.media.Desk.Voice.HIGH;
import static org.sellmeapen.media.Desk.Voice.LOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The room as it runs, and beside it other processes on the same folder and database that die. */
abstract class MediaHouse extends HouseTest {

    static final int SECOND = Segment.RATE;

    @Autowired
    Media media;

    @Autowired
    Recordings recordings;

    @Autowired
    MediaWork work;

    @Autowired
    OrganisationKeys keys;

    @Autowired
    MasterKeys masters;

    @Autowired
    RecordingStore store;

    @Autowired
    SampleBuffers buffers;

    @Autowired
    Erasure erasure;

    @Autowired
    Sweeps sweeps;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    ApplicationEventPublisher events;

    OrganisationId ink = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void ink() {
        ink = organisation("Ink");
    }

    <T> T inInk(Supplier<T> what) {
        return OrganisationScope.within(ink, what::get);
    }

    RecordingId begin(UUID subject) {
        return inInk(() -> transactions.execute(
                _ -> media.begin(new BeginRecording(subject, new PersonId(new UUID(3, 3)), "rehearsal", 30))));
    }

    static void talk(Recorder recorder, long from, long to) {
        for (long at = from; at < to; at += 480) {
            int length = (int) Math.min(480, to - at);
            assertThat(recorder.write(Channel.REP, at, LOW.frame(at, length), 0, length))
                    .isEqualTo(Taken.ALL);
            assertThat(recorder.write(Channel.BUYER, at, HIGH.frame(at, length), 0, length))
                    .isEqualTo(Taken.ALL);
        }
    }

    RecordingId recorded(UUID subject, int samples) {
        RecordingId id = begin(subject);
        Recorder recorder = inInk(() -> media.open(id));
        talk(recorder, 0, samples);
        recorder.close();
        awaitStored(id);
        return id;
    }

    void awaitStored(RecordingId id) {
        await().until(() -> row(id).storedAs() != null && !Files.exists(spooled(id)));
    }

    StoredRecording row(RecordingId id) {
        return inInk(() -> transactions.execute(_ -> recordings.find(ink, id).orElseThrow()));
    }

    Path spooled(RecordingId id) {
        return folder().resolve("media/spool").resolve(Spool.name(ink, id));
    }

    Path stored(RecordingId id) {
        return folder().resolve("media/store").resolve(Spool.name(ink, id));
    }

    RecordingView view(UUID subject) {
        return inInk(() -> media.of(subject).orElseThrow());
    }

    void assertPlays(RecordingId id, long from, long to) {
        try (Playback playback = inInk(() -> media.playback(id))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            playback.copy(44 + 4 * from, 44 + 4 * to, out);
            byte[] expected = new byte[(int) (4 * (to - from))];
            for (int i = 0; i < to - from; i++) {
                short rep = LOW.at(from + i);
                short buyer = HIGH.at(from + i);
                expected[4 * i] = (byte) rep;
                expected[4 * i + 1] = (byte) (rep >> 8);
                expected[4 * i + 2] = (byte) buyer;
                expected[4 * i + 3] = (byte) (buyer >> 8);
            }
            assertThat(Arrays.equals(out.toByteArray(), expected)).isTrue();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    List<String> audited(String subject) {
        return inInk(
                () -> transactions.execute(_ -> jdbc.sql("select action from audit_entry where subject = ? order by id")
                        .param(subject)
                        .query(String.class)
                        .list()));
    }

    /** Another process on the same data folder and database. */
    final class Process {
        final MediaWork work = new MediaWork(jdbc, CLOCK, ids);
        final Spool spool = new Spool(folder().resolve("media/spool"), ids);
        final Finisher finisher;
        final RecordingWriter writer;
        final Media media;

        Process(RecordingStore store) {
            this.finisher = new Finisher(recordings, work, keys, spool, store, transactions, events, CLOCK);
            this.writer = new RecordingWriter(_ -> {});
            this.media = new Media(
                    recordings,
                    work,
                    keys,
                    masters,
                    spool,
                    store,
                    buffers,
                    writer,
                    finisher,
                    erasure,
                    tenancy,
                    transactionManager,
                    audit,
                    ids,
                    (Clock) CLOCK);
        }

        Process() {
            this(store);
        }

        /** What is in memory is lost, and nobody is told. */
        void kill() {
            try {
                writer.all().forEach(LiveRecorder::abandon);
                writer.close();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        void finish(RecordingId id) {
            assertThat(spool.tryTake(id)).isTrue();
            assertThat(work.claim(ink, id)).isTrue();
            finisher.inHand(ink, id, false, true);
        }
    }

    /** A store that is out of room. */
    static class FullStore implements RecordingStore {
        @Override
        public void put(String name, Path file) {
            throw StoreTrouble.passing("it is full", null);
        }

        @Override
        public long length(String name) {
            return -1;
        }

        @Override
        public byte[] read(String name, long from, int length) {
            return new byte[0];
        }

        @Override
        public void remove(String name) {}
    }
}
