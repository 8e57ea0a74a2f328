package org.sellmeapen.voice;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts refused handshakes by address, so that nobody can try tickets, or keep the database busy with trying. */
final class Strangers {

    private static final int A_MINUTE = 60;
    private static final int REMEMBERED = 10_000;

    private record Refused(long minute, int times) {}

    private final Clock clock;
    private final Map<String, Refused> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refused> eldest) {
            return size() > REMEMBERED;
        }
    };

    Strangers(Clock clock) {
        this.clock = clock;
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
