package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxTests extends HouseTest {

    @Autowired
    private TestBell bell;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private OutboxRetries retries;

    @Autowired
    private JdbcClient jdbc;

    private long waiting() {
        return jdbc.sql("select count(*) from event_publication where listener_id = 'test.bell'")
                .query(Long.class)
                .single();
    }

    @Test
    void whatAListenerFailedOnIsDeliveredAgainAndThenForgotten() {
        TestBell.BellRang rang = new TestBell.BellRang(ids.next(), 1);
        transactions.executeWithoutResult(_ -> events.publishEvent(rang));
        await().until(() -> bell.failed() == 1);
        assertThat(bell.heard()).isEmpty();
        assertThat(waiting()).isEqualTo(1);

        await().until(() -> {
            CLOCK.forward(Duration.ofSeconds(20));
            retries.resubmit();
            return bell.heard().contains(rang.id());
        });
        await().until(() -> waiting() == 0);
        assertThat(bell.heard()).containsOnlyOnce(rang.id());
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        TestBell.BellRang rang = new TestBell.BellRang(ids.next(), 0);
        transactions.executeWithoutResult(status -> {
            events.publishEvent(rang);
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
        assertThat(bell.heard()).doesNotContain(rang.id());
    }
}
