package org.sellmeapen.voice;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Counts by address who waits to be let in, so that nobody fills the house with connections, and who was refused, so that
 * nobody can try tickets, or keep the database busy with trying.
 */
final class Strangers {

    private static final int A_MINUTE = 60;
    private static final int REMEMBERED = 10_000;

    /** Connections of one address that are not let in yet; a handshake takes milliseconds. */
    static final int WAITING = 250;

    private record Refused(long minute, int times) {}

    private final Clock clock;
    private final Map<String, Refused> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refused> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Map<String, Integer> waiting = new HashMap<>();
    private final Semaphore oneByOne = new Semaphore(1, true);

    Strangers(Clock clock) {
        this.clock = clock;
    }

    /** False: as many of that address wait as may; otherwise one more does, until it {@link #goes}. */
    synchronized boolean comes(String address) {
        if (waiting.getOrDefault(address, 0) >= WAITING) {
            return false;
        }
        waiting.merge(address, 1, Integer::sum);
        return true;
    }

    /** One of that address was let in, or went. */
    synchronized void goes(String address) {
        waiting.computeIfPresent(address, (_, many) -> many > 1 ? many - 1 : null);
    }

    /**
     * Looks a ticket up; for an address that was refused too often one after the other, since behind it may stand others
     * whose tickets are good. Blocks.
     */
    <T> T lookUp(String address, Supplier<T> ticket) {
        if (mayKnock(address)) {
            return ticket.get();
        }
        oneByOne.acquireUninterruptibly();
        try {
            return ticket.get();
        } finally {
            oneByOne.release();
        }
    }

    synchronized boolean mayKnock(String address) {
        Refused known = byAddress.get(address);
        return known == null || known.minute() != minute() || known.times() < A_MINUTE;
    }

    synchronized void refused(String address) {
        long minute = minute();
        byAddress.merge(
                address,
                new Refused(minute, 1),
                (known, one) -> known.minute() == minute ? new Refused(minute, known.times() + 1) : one);
    }

    private long minute() {
        return clock.instant().getEpochSecond() / 60;
    }
}
