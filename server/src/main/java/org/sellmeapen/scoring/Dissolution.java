package org.sellmeapen.scoring;

import java.util.List;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes with the organisation, in the transaction in which it goes. */
@Component("scoringDissolution")
class Dissolution {

    private final JdbcClient jdbc;

    Dissolution(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        jdbc.sql("delete from scoring_order where organisation_id = :id")
                .param("id", dissolved.organisation().value())
                .update();
        jdbc.sql("delete from scoring_scorecard where organisation_id = :id")
                .param("id", dissolved.organisation().value())
                .update();
        for (String table : List.of("scoring_golden", "scoring_comparison", "scoring_check")) {
            jdbc.sql("delete from " + table + " where organisation_id = :id")
                    .param("id", dissolved.organisation().value())
                    .update();
        }
    }
}
