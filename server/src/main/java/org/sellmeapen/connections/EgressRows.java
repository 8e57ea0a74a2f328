package org.sellmeapen.connections;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What left, in the table; newest first for reading: ids are ordered by time. */
@Repository
class EgressRows implements EgressLog.Pages {

    record EgressLine(
            UUID id,
            Instant at,
            Purpose purpose,
            String host,
            int port,
            long sentBytes,
            long receivedBytes,
            boolean redacted,
            String state) {}

    record Filter(
            @Nullable Purpose purpose,
            @Nullable String host,
            @Nullable LocalDate day) {}

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final TransactionOperations transactions;

    EgressRows(JdbcClient jdbc, JdbcOperations batches, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public void write(OrganisationId organisation, List<Leaving.Row> rows) {
        OrganisationScope.within(
                organisation,
                () -> transactions.execute(_ -> batches.batchUpdate(
                        """
                        insert into connections_egress (organisation_id, id, at, purpose, host, port, sent_bytes,
                            received_bytes, redacted, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (organisation_id, id) do update
                        set sent_bytes = excluded.sent_bytes, received_bytes = excluded.received_bytes,
                            state = excluded.state""", rows.stream().map(EgressRows::values).toList())));
    }

    private static Object[] values(Leaving.Row row) {
        return new Object[] {
            row.organisation().value(),
            row.id(),
            Timestamp.from(row.at()),
            row.purpose().code(),
            row.destination().host(),
            row.destination().port(),
            row.sent(),
            row.received(),
            row.redacted(),
            row.state().code()
        };
    }

    @Transactional(readOnly = true)
    public Page<EgressLine> page(OrganisationId organisation, Filter filter, @Nullable Cursor after, int size) {
        StringBuilder where = new StringBuilder("where organisation_id = ?");
        List<Object> values = new ArrayList<>(List.of(organisation.value()));
        if (filter.purpose() != null) {
            where.append(" and purpose = ?");
            values.add(filter.purpose().code());
        }
        if (filter.host() != null) {
            where.append(" and host = ?");
            values.add(filter.host());
        }
        if (filter.day() != null) {
            where.append(" and at >= ? and at < ?");
            values.add(Timestamp.from(filter.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
            values.add(Timestamp.from(
                    filter.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        if (after != null) {
            where.append(" and id < ?");
            values.add(UUID.fromString(after.key().getFirst()));
        }
        values.add(size + 1);
        List<EgressLine> rows = jdbc.sql("select * from connections_egress " + where + " order by id desc limit ?")
                .params(values)
                .query((row, _) -> new EgressLine(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        Purpose.ofCode(row.getString("purpose")),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getLong("sent_bytes"),
                        row.getLong("received_bytes"),
                        row.getBoolean("redacted"),
                        row.getString("state")))
                .list();
        return Page.of(rows, size, row -> Cursor.after(row.id().toString()));
    }

    /** In a transaction in that scope. */
    int removeBefore(OrganisationId organisation, Instant oldest) {
        return jdbc.sql("delete from connections_egress where organisation_id = ? and at < ?")
                .params(organisation.value(), Timestamp.from(oldest))
                .update();
    }

    int removeAll(OrganisationId organisation) {
        return jdbc.sql("delete from connections_egress where organisation_id = ?")
                .param(organisation.value())
                .update();
    }
}
