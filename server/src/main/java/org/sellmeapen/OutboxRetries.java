package org.sellmeapen;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers again what a listener failed on or a dead node left. A publication is resubmitted by one node only (the
 * registry's conditional update), and a listener claims its own row before it acts, so twice delivered is once done.
 */
@Component
class OutboxRetries {

    private static final Duration REST = Duration.ofSeconds(15);
    private static final int GIVEN_UP_AFTER = 20;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final IncompleteEventPublications publications;
    private final JdbcClient jdbc;

    OutboxRetries(IncompleteEventPublications publications, JdbcClient jdbc) {
        this.publications = publications;
        this.jdbc = jdbc;
    }

    /** Until nothing waits any more, or this long. */
    void await(Duration atMost) {
        try {
            for (long looked = 0; looked < atMost.dividedBy(LOOK); looked++) {
                if (!isWaitedFor()) {
                    return;
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done is deleted, so a row is something that waits. */
    private boolean isWaitedFor() {
        return jdbc.sql("select exists (select 1 from event_publication where completion_attempts < :most)")
                .param("most", GIVEN_UP_AFTER)
                .query(Boolean.class)
                .single();
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15S")
    void resubmit() {
        publications.resubmitIncompletePublications(ResubmissionOptions.defaults()
                .withMinAge(REST)
                .withFilter(publication -> publication.getCompletionAttempts() < GIVEN_UP_AFTER));
    }
}
