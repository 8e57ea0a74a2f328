package org.sellmeapen.training;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for sessions that nobody holds any more, whose time is up or that were abandoned. Two nodes skip each other's rows. */
@Component
class Overdue {

    private static final Logger log = LoggerFactory.getLogger(Overdue.class);
    private static final int AT_ONCE = 50;

    private final TimeRules rules;
    private final Tenancy tenancy;

    Overdue(TimeRules rules, Tenancy tenancy) {
        this.rules = rules;
        this.tenancy = tenancy;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void sweep() {
        for (OrganisationId organisation : tenancy.organisations()) {
            try {
                OrganisationScope.within(organisation, () -> {
                    while (rules.pauseLeft(AT_ONCE) == AT_ONCE) {
                        // the next fifty
                    }
                    while (rules.endOverdue(AT_ONCE) == AT_ONCE) {
                        // the next fifty
                    }
                    return rules.removeExpired(tenancy.organisation().keepSessionsDays(), AT_ONCE);
                });
            } catch (DataAccessException e) {
                log.warn("overdue sessions of organisation={} wait for the next round", organisation, e);
            }
        }
    }
}
