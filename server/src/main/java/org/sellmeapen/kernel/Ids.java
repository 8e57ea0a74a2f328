package org.sellmeapen.kernel;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Makes UUIDv7 ids from a clock and a source of chance that come in from outside, so that a test can hold both still. */
public final class Ids {

    private final TimeOrderedEpochFactory factory;

    public Ids(Clock clock, Random random) {
        this.factory = new TimeOrderedEpochFactory(random, clock);
    }

    public UUID next() {
        return factory.create();
    }
}
