package org.sellmeapen.training;

import java.util.UUID;
import org.sellmeapen.tenancy.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's sessions go with the person, and with them their recordings, scorecards and what coaching found in them. */
@Component
class PersonErasedListener {

    private final JdbcClient jdbc;
    private final SessionRemoval removal;

    PersonErasedListener(JdbcClient jdbc, SessionRemoval removal) {
        this.jdbc = jdbc;
        this.removal = removal;
    }

    @EventListener
    void on(PersonErased erased) {
        for (UUID id : jdbc.sql(
                        "select id from training_session where organisation_id = :organisation and person_id = :person")
                .param("organisation", erased.organisation().value())
                .param("person", erased.person().value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()) {
            removal.remove(new TrainingSessionId(id));
        }
        jdbc.sql("delete from training_listening where organisation_id = :organisation and person_id = :person")
                .param("organisation", erased.organisation().value())
                .param("person", erased.person().value())
                .update();
    }
}
