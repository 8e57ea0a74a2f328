package org.sellmeapen.media;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is done from time to time: show life, finish what a crash left open, remove, expire, wrap keys again. */
@Component("mediaSweeps")
class Sweeps {

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
    private static final int AT_ONCE = 200;
    private static final Duration NEVER_OPENED = Duration.ofDays(1);

    private final Recordings recordings;
    private final MediaWork work;
    private final OrganisationKeys keys;
    private final Spool spool;
    private final RecordingWriter writer;
    private final Finisher finisher;
    private final Erasure erasure;
    private final Tenancy tenancy;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sweeps(
            Recordings recordings,
            MediaWork work,
            OrganisationKeys keys,
            Spool spool,
            RecordingWriter writer,
            Finisher finisher,
            Erasure erasure,
            Tenancy tenancy,
            TransactionOperations transactions,
            Clock clock) {
        this.recordings = recordings;
        this.work = work;
        this.keys = keys;
        this.spool = spool;
        this.writer = writer;
        this.finisher = finisher;
        this.erasure = erasure;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A third of the time after which others take what this process has in hand. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
    void showLife() {
        List<LiveRecorder> live = List.copyOf(writer.all());
        Set<RecordingId> held = work.renew();
        for (LiveRecorder recorder : live) {
            if (!held.contains(recorder.id())) {
                log.warn("recording={} was erased or taken over; nothing more is written", recorder.id());
                recorder.abandon();
            }
        }
    }

    /** @return how many were finished or removed */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT30S")
    int finishLeftOvers() {
        int finished = 0;
        for (MediaWork.Item item : spool.files()) {
            if (spool.tryTake(item.recording())) {
                if (work.claim(item.organisation(), item.recording())) {
                    finished += finisher.inHand(item.organisation(), item.recording(), false, true) ? 1 : 0;
                } else {
                    spool.release(item.recording()); // another process lives and has it
                }
            }
        }
        while (erasure.removeFiles() == AT_ONCE) {
            // the next ones
        }
        return finished;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void expire() {
        for (OrganisationId organisation : tenancy.organisations()) {
            try {
                OrganisationScope.within(organisation, () -> {
                    while (expireSome(organisation) == AT_ONCE) {
                        // the next ones
                    }
                    return transactions.execute(_ -> {
                        recordings.removeNeverOpened(
                                organisation, clock.instant().minus(NEVER_OPENED));
                        return keys.rewrap(organisation);
                    });
                });
            } catch (RuntimeException trouble) {
                log.error("recordings of organisation={} wait for the next round", organisation, trouble);
            }
        }
    }

    private int expireSome(OrganisationId organisation) {
        Integer some = transactions.execute(_ -> {
            List<RecordingId> gone = recordings.expire(organisation, clock.instant(), AT_ONCE);
            erasure.removed(organisation, gone, "expired");
            return gone.size();
        });
        return some == null ? 0 : some;
    }
}
