package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sellmeapen.scoring.ScorecardOrder;
import org.sellmeapen.scoring.StoredConversations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rehearsals that were judged, to be judged once more by whoever checks a judge. */
@Component
class StoredRehearsals implements StoredConversations {

    private final JdbcClient jdbc;
    private final TrainingSessions sessions;
    private final CounterpartDesk desk;

    StoredRehearsals(JdbcClient jdbc, TrainingSessions sessions, CounterpartDesk desk) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.desk = desk;
    }

    @Override
    public List<ScorecardOrder> latest(int atMost) {
        List<UUID> judged = jdbc.sql(
                        "select id from training_session where stage = 'scored' order by ended_at desc limit :most")
                .param("most", atMost)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        List<ScorecardOrder> orders = new ArrayList<>();
        for (UUID id : judged) {
            TrainingSessionId session = new TrainingSessionId(id);
            sessions.find(session).ifPresent(found -> orders.add(desk.order(found, sessions.turns(session))));
        }
        return orders;
    }
}
