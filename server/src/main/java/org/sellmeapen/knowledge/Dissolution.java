package org.sellmeapen.knowledge;

import org.sellmeapen.tenancy.OrganisationDissolved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes with the organisation, in the transaction in which it goes. */
@Component("knowledgeDissolution")
class Dissolution {

    private final JdbcClient jdbc;

    Dissolution(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        jdbc.sql("delete from knowledge_document where organisation_id = :id")
                .param("id", dissolved.organisation().value())
                .update();
    }
}
