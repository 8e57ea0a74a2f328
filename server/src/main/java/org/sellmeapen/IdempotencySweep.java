package org.sellmeapen;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets, every hour, the answers that are kept for a day. */
@Component
class IdempotencySweep {

    private final IdempotencyKeys keys;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    IdempotencySweep(IdempotencyKeys keys, Tenancy tenancy, TransactionTemplate transaction) {
        this.keys = keys;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        for (OrganisationId organisation : tenancy.organisations()) {
            OrganisationScope.within(organisation, () -> transaction.execute(_ -> keys.sweep()));
        }
    }
}
