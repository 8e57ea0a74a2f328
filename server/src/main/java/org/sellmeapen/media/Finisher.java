package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Completes what a recorder, or a crash, left in the spool: index, row, store, in this order, and then the spool's file
 * goes. Each step may be repeated; what was erased meanwhile is removed instead.
 */
@Component
class Finisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Finisher.class);

    private final Recordings recordings;
    private final MediaWork work;
    private final OrganisationKeys keys;
    private final Spool spool;
    private final RecordingStore store;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Few, because each may upload hundreds of megabytes. */
    private final ExecutorService hands = Executors.newFixedThreadPool(
            4, Thread.ofVirtual().name("recording-finisher-", 0).factory());

    Finisher(
            Recordings recordings,
            MediaWork work,
            OrganisationKeys keys,
            Spool spool,
            RecordingStore store,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recordings = recordings;
        this.work = work;
        this.keys = keys;
        this.spool = spool;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The recorder's last sample is in the file. */
    void over(LiveRecorder recorder) {
        try {
            hands.execute(() -> inHand(recorder.organisation(), recorder.id(), recorder.isAbandoned(), false));
        } catch (RejectedExecutionException closing) {
            spool.release(recorder.id()); // the next start sweeps it up
        }
    }

    /**
     * By whoever has taken it from the spool; releases it. Trouble is logged, and the next sweep tries again.
     *
     * @param verify after a crash: whether each piece is what was written, so that a torn end is cut off
     */
    boolean inHand(OrganisationId organisation, RecordingId id, boolean abandoned, boolean verify) {
        try {
            OrganisationScope.within(organisation, () -> {
                if (abandoned) {
                    removeIfErased(organisation, id);
                } else {
                    finish(organisation, id, verify);
                }
                return true;
            });
            return true;
        } catch (StoreTrouble trouble) {
            log.warn("recording={} stays in the spool: {}", id, trouble.detail());
        } catch (IOException | RuntimeException trouble) {
            log.error("recording={} stays in the spool", id, trouble);
        } finally {
            spool.release(id);
        }
        return false;
    }

    private boolean isKept(OrganisationId organisation, RecordingId id) {
        Optional<StoredRecording> row = transactions.execute(_ -> recordings.find(organisation, id));
        return row.filter(r -> r.state() != RecordingState.EXPIRED).isPresent();
    }

    private boolean removeIfErased(OrganisationId organisation, RecordingId id) {
        if (isKept(organisation, id)) {
            return false;
        }
        store.remove(Spool.name(organisation, id));
        spool.remove(organisation, id);
        transactions.executeWithoutResult(_ -> work.release(organisation, id));
        return true;
    }

    private void finish(OrganisationId organisation, RecordingId id, boolean verify) throws IOException {
        if (removeIfErased(organisation, id)) {
            return;
        }
        Path file = spool.file(organisation, id);
        Aead aead = transactions.execute(_ -> keys.of(organisation));
        RecordingIndex index;
        try (SpoolFile open = SpoolFile.reopen(file, new RecordingCipher(id, aead), verify)) {
            index = open.finish(file, new SpoolFile.Bench());
        }
        long bytes = Files.size(file);
        transactions.executeWithoutResult(_ -> complete(organisation, id, index.samples(), bytes));
        String name = Spool.name(organisation, id);
        store.put(name, file);
        boolean kept = Boolean.TRUE.equals(transactions.execute(_ -> {
            work.release(organisation, id);
            return recordings.stored(organisation, id, name);
        }));
        if (!kept) {
            store.remove(name); // erased while it was being put
        }
        spool.remove(organisation, id);
    }

    private void complete(OrganisationId organisation, RecordingId id, long samples, long bytes) {
        if (recordings.completed(organisation, id, samples, bytes, clock.instant())) {
            recordings
                    .find(organisation, id)
                    .ifPresent(row -> events.publishEvent(
                            new RecordingCompleted(organisation, id, row.subject(), (double) samples / Segment.RATE)));
        }
    }

    /** Into the spool, to be written on. */
    void fetch(OrganisationId organisation, RecordingId id, String name) {
        Path file = spool.file(organisation, id);
        try {
            Path fetched = Files.createTempFile(spool.folder(organisation), "fetched", ".part");
            try (var out = Files.newOutputStream(fetched)) {
                long at = 0;
                for (byte[] some = store.read(name, at, 1 << 20);
                        some.length > 0;
                        some = store.read(name, at, 1 << 20)) {
                    out.write(some);
                    at += some.length;
                }
            }
            Files.move(fetched, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder of recordings cannot be written", trouble);
        }
    }

    @Override
    public void close() throws InterruptedException {
        hands.shutdown();
        if (!hands.awaitTermination(20, TimeUnit.SECONDS)) {
            hands.shutdownNow();
        }
    }
}
