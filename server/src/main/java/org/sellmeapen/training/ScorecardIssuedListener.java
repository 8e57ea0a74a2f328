package org.sellmeapen.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scoring.Band;
import org.sellmeapen.scoring.FixFirst;
import org.sellmeapen.scoring.ScorecardIssued;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies onto the session what its lists show of the scorecard. Hearing the same event again changes nothing. */
@Component
class ScorecardIssuedListener {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ScorecardIssuedListener(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Async
    @TransactionalEventListener(id = "training.scored")
    void on(ScorecardIssued issued) {
        OrganisationScope.within(issued.organisation(), () -> {
            transaction.executeWithoutResult(_ -> note(issued.conversation(), issued));
            return null;
        });
    }

    private void note(UUID session, ScorecardIssued issued) {
        Band band = issued.band();
        FixFirst fix = issued.fixFirst();
        jdbc.sql("""
                update training_session set stage = 'scored', total = :total, band_low = :low, band_high = :high,
                    fix_criterion = :criterion, fix_name = :name, fix_turn = :turn, score_revision = :revision,
                    version = version + 1
                where id = :id and stage in ('ended', 'scored') and coalesce(score_revision, 0) < :revision
                """)
                .param("total", issued.total())
                .param("low", band == null ? null : band.low())
                .param("high", band == null ? null : band.high())
                .param("criterion", fix == null ? null : fix.criterion())
                .param("name", fix == null ? null : fix.name())
                .param("turn", turn(fix))
                .param("revision", issued.revision())
                .param("id", session)
                .update();
    }

    private static @Nullable Integer turn(@Nullable FixFirst fix) {
        return fix == null ? null : fix.turn();
    }
}
