package org.sellmeapen.connections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what leaves, in batches and off everybody's way: once when it leaves and once when it ended. A process that
 * dies takes with it what it had not written, half a second of it. While the database is away it waits in memory; when that is
 * full, nothing leaves any more, since it could not be told.
 */
final class EgressLog {

    private static final Logger log = LoggerFactory.getLogger(EgressLog.class);
    private static final int AT_ONCE = 500;
    static final int MOST_WAITING = 20_000;

    /** Where rows go; all of one organisation. */
    interface Pages {
        void write(OrganisationId organisation, List<Leaving.Row> rows);
    }

    private final Pages pages;
    private final Ids ids;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Leaving> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    EgressLog(Pages pages, Ids ids, Clock clock) {
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** Right before something leaves. @throws NotAllowedOut when it could not be written down */
    Leaving leaving(OrganisationId organisation, Purpose purpose, Destination destination, boolean redacted)
            throws NotAllowedOut {
        if (size.get() >= MOST_WAITING) {
            throw new NotAllowedOut("egress-not-written", destination.host());
        }
        Leaving leaving = new Leaving(organisation, ids.next(), clock.instant(), purpose, destination, redacted, this);
        note(leaving);
        return leaving;
    }

    void note(Leaving leaving) {
        if (leaving.nowWaits()) {
            size.incrementAndGet();
            waiting.add(leaving);
        }
    }

    /** Writes all that waits now. One thread at a time. @return whether there was anything */
    synchronized boolean write() {
        int left = size.get();
        boolean any = left > 0;
        while (left > 0) {
            Map<OrganisationId, List<Leaving.Row>> batch = new LinkedHashMap<>();
            List<Leaving> taken = new ArrayList<>();
            Leaving next;
            while (taken.size() < AT_ONCE && (next = waiting.poll()) != null) {
                taken.add(next);
                Leaving.Row row = next.row();
                batch.computeIfAbsent(row.organisation(), _ -> new ArrayList<>())
                        .add(row);
            }
            size.addAndGet(-taken.size());
            left -= Math.max(1, taken.size());
            batch.forEach((organisation, rows) -> {
                try {
                    pages.write(organisation, rows);
                } catch (RuntimeException trouble) {
                    log.error("{} rows of what left wait for the next round", rows.size(), trouble);
                    again(taken, organisation, rows);
                }
            });
        }
        return any;
    }

    private void again(List<Leaving> taken, OrganisationId organisation, List<Leaving.Row> rows) {
        taken.stream()
                .filter(leaving -> rows.stream().anyMatch(row -> leaving.is(organisation, row.id())))
                .forEach(this::note);
    }
}
