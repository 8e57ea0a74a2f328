package org.sellmeapen.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Tells row security the scope at the begin of each transaction; the settings end with it. */
public final class OrganisationTransactions extends JdbcTransactionManager {

    private static final String SETTINGS =
            "select set_config('app.org', ?, true), set_config('app.person', ?, true), set_config('app.email', ?, true)";

    public OrganisationTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        OrganisationScope.Scope scope = OrganisationScope.scope();
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            statement.setString(1, text(scope.organisation()));
            statement.setString(2, text(scope.person()));
            statement.setString(3, text(scope.email()));
            statement.execute();
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
