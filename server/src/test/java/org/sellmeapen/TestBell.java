package org.sellmeapen;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A listener that is deaf as often as the event says; in the shared context, so that the outbox is tested as it runs. */
@Component
class TestBell {

    record BellRang(UUID id, int failures) {}

    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();

    @Async
    @TransactionalEventListener(id = "test.bell")
    void on(BellRang rang) {
        if (failed.get() < rang.failures()) {
            failed.incrementAndGet();
            throw new IllegalStateException("deaf for once");
        }
        heard.add(rang.id());
    }

    List<UUID> heard() {
        return heard;
    }

    int failed() {
        return failed.get();
    }
}
