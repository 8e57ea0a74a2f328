package org.sellmeapen.voice;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.sellmeapen.connections.Departure;

/** What left, as it would stand on the list. */
final class WrittenDeparture implements Departure {

    final AtomicLong sent = new AtomicLong();
    final AtomicLong received = new AtomicLong();
    final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();

    @Override
    public void sent(long bytes) {
        sent.addAndGet(bytes);
    }

    @Override
    public void received(long bytes) {
        received.addAndGet(bytes);
    }

    @Override
    public void over(boolean well) {
        ends.add(well);
    }
}
