package org.sellmeapen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it; it is never moved back, so that tests do not disturb each other. */
public final class TestClock extends Clock {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    public synchronized void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        // Each look is a little later, as with a real clock: what happens after is dated after.
        now = now.plusNanos(1_000_000);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
