package org.sellmeapen;

import java.time.Duration;
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

    private final IncompleteEventPublications publications;

    OutboxRetries(IncompleteEventPublications publications) {
        this.publications = publications;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15S")
    void resubmit() {
        publications.resubmitIncompletePublications(ResubmissionOptions.defaults()
                .withMinAge(REST)
                .withFilter(publication -> publication.getCompletionAttempts() < GIVEN_UP_AFTER));
    }
}
