package org.sellmeapen.connections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is done from time to time: write down what left, forget what is old, wrap keys again. */
@Component("connectionsSweeps")
class Sweeps implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(Sweeps.class);

    private final EgressLog log;
    private final EgressRows rows;
    private final EgressNode node;
    private final SealedKeys keys;
    private final ConnectionSettings settings;
    private final Tenancy tenancy;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sweeps(
            EgressLog log,
            EgressRows rows,
            EgressNode node,
            SealedKeys keys,
            ConnectionSettings settings,
            Tenancy tenancy,
            TransactionOperations transactions,
            Clock clock) {
        this.log = log;
        this.rows = rows;
        this.node = node;
        this.keys = keys;
        this.settings = settings;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void write() {
        try {
            node.alive(log.write());
        } catch (RuntimeException trouble) {
            logger.warn("the list of what left waits for the next round", trouble);
        }
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    void expire() {
        Instant oldest = clock.instant().minus(Duration.ofDays(settings.keepEgressDays()));
        node.removeBefore(oldest);
        for (OrganisationId organisation : tenancy.organisations()) {
            try {
                OrganisationScope.within(
                        organisation,
                        () -> transactions.execute(_ -> {
                            rows.removeBefore(organisation, oldest);
                            return keys.rewrap(organisation);
                        }));
            } catch (RuntimeException trouble) {
                logger.error("connections of organisation={} wait for the next round", organisation, trouble);
            }
        }
    }

    /** Before the database is closed: what left is written down, and the farewell. */
    @Override
    public void destroy() {
        log.write();
        node.farewell();
    }
}
