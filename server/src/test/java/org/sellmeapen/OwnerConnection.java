package org.sellmeapen;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The database as somebody who stole the owner's credentials has it. */
public final class OwnerConnection {

    private OwnerConnection() {}

    /** What is done with it. */
    public interface Use {
        void with(Connection connection) throws Exception;
    }

    public static void use(Use use) throws Exception {
        try (Connection connection = TestDatabase.OWNER.connect()) {
            use.with(connection);
        }
    }

    public static void run(UUID organisation, String... statements) {
        try (Connection connection = TestDatabase.OWNER.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.org', '" + organisation + "', false)");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble.getMessage(), trouble);
        }
    }
}
