package org.sellmeapen.connections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where organisations let something go. Nothing to begin with. What is taken back here counts at once on this node and
 * after {@link #KNOWN_FOR} on the others.
 */
@Repository
class AllowedHosts implements Gate.Allowing {

    static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    record AllowedHost(UUID id, Purpose purpose, String host, int port, PersonId by, Instant at) {}

    private record Place(Purpose purpose, String host, int port) {}

    private record Known(Set<Place> places, Instant since) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;
    private final Map<OrganisationId, Known> known = new ConcurrentHashMap<>();

    AllowedHosts(JdbcClient jdbc, PlatformTransactionManager transactionManager, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean has(OrganisationId organisation, Purpose purpose, Destination destination) {
        Instant now = clock.instant();
        Known there = known.get(organisation);
        if (there == null || there.since().plus(KNOWN_FOR).isBefore(now)) {
            there = new Known(places(organisation), now);
            known.put(organisation, there);
        }
        return there.places().contains(new Place(purpose, destination.host(), destination.port()));
    }

    private Set<Place> places(OrganisationId organisation) {
        return OrganisationScope.within(organisation, () -> {
            Set<Place> places = transactions.execute(_ -> jdbc.sql(
                            "select purpose, host, port from connections_host where organisation_id = ?")
                    .param(organisation.value())
                    .query((row, _) -> new Place(Purpose.ofCode(row.getString(1)), row.getString(2), row.getInt(3)))
                    .set());
            return places == null ? Set.of() : places;
        });
    }

    /** To be called after the change is committed. */
    void forget(OrganisationId organisation) {
        known.remove(organisation);
    }

    // The rest inside a transaction in the scope of the organisation.

    List<AllowedHost> all(OrganisationId organisation) {
        return jdbc.sql("select * from connections_host where organisation_id = ? order by purpose, host, port")
                .param(organisation.value())
                .query((row, _) -> new AllowedHost(
                        row.getObject("id", UUID.class),
                        Purpose.ofCode(row.getString("purpose")),
                        row.getString("host"),
                        row.getInt("port"),
                        new PersonId(row.getObject("allowed_by", UUID.class)),
                        row.getTimestamp("allowed_at").toInstant()))
                .list();
    }

    /** @return false where it was allowed before */
    boolean add(OrganisationId organisation, PersonId by, Purpose purpose, Destination destination) {
        return jdbc.sql("""
                        insert into connections_host (organisation_id, id, purpose, host, port, allowed_by, allowed_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (organisation_id, purpose, host, port) do nothing""")
                        .params(
                                organisation.value(),
                                ids.next(),
                                purpose.code(),
                                destination.host(),
                                destination.port(),
                                by.value(),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void remove(OrganisationId organisation, UUID id) {
        jdbc.sql("delete from connections_host where organisation_id = ? and id = ?")
                .params(organisation.value(), id)
                .update();
    }

    void removeAll(OrganisationId organisation) {
        jdbc.sql("delete from connections_host where organisation_id = ?")
                .param(organisation.value())
                .update();
    }
}
