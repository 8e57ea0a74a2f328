package org.sellmeapen.ai.budget;

import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcSpendBook implements SpendBook {

    private static final String KEY =
            " where organisation_id = ? and month = ? and purpose = ? and provider = ? and model = ?";

    private final JdbcClient jdbc;
    private final TransactionOperations apart;

    JdbcSpendBook(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(
                transactionManager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Override
    public boolean take(Account account, YearMonth month, long micros, long capMicros) {
        return OrganisationScope.within(account.organisation(), () -> {
            Boolean taken = apart.execute(_ -> {
                open(account, month);
                return jdbc.sql("update ai_spend set taken_micros = taken_micros + ?" + KEY
                                        + " and taken_micros + ? <= ?")
                                .params(
                                        micros,
                                        account.organisation().value(),
                                        Date.valueOf(month.atDay(1)),
                                        account.purpose().code(),
                                        account.provider(),
                                        account.model(),
                                        micros,
                                        capMicros)
                                .update()
                        == 1;
            });
            return Boolean.TRUE.equals(taken);
        });
    }

    @Override
    public void settle(Account account, YearMonth month, Settled settled, long takenMicros) {
        OrganisationScope.within(
                account.organisation(),
                () -> apart.execute(_ -> {
                    open(account, month);
                    return jdbc.sql("""
                                    update ai_spend set taken_micros = taken_micros + ?, spent_micros = spent_micros + ?,
                                        answers = answers + ?, input_tokens = input_tokens + ?,
                                        output_tokens = output_tokens + ?""" + KEY)
                            .params(
                                    takenMicros,
                                    settled.spentMicros(),
                                    settled.answers(),
                                    settled.inputTokens(),
                                    settled.outputTokens(),
                                    account.organisation().value(),
                                    Date.valueOf(month.atDay(1)),
                                    account.purpose().code(),
                                    account.provider(),
                                    account.model())
                            .update();
                }));
    }

    private void open(Account account, YearMonth month) {
        jdbc.sql("""
                        insert into ai_spend (organisation_id, month, purpose, provider, model) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        account.organisation().value(),
                        Date.valueOf(month.atDay(1)),
                        account.purpose().code(),
                        account.provider(),
                        account.model())
                .update();
    }

    @Override
    public List<Spend> of(OrganisationId organisation, YearMonth month) {
        return OrganisationScope.within(organisation, () -> {
            List<Spend> all = apart.execute(_ -> jdbc.sql(
                            "select * from ai_spend where organisation_id = ? and month = ? order by purpose, provider, model")
                    .params(organisation.value(), Date.valueOf(month.atDay(1)))
                    .query((row, _) -> new Spend(
                            new Account(
                                    organisation,
                                    Purpose.ofCode(row.getString("purpose")),
                                    row.getString("provider"),
                                    row.getString("model")),
                            row.getLong("taken_micros"),
                            row.getLong("spent_micros"),
                            row.getLong("answers")))
                    .list());
            return all == null ? List.of() : all;
        });
    }
}
