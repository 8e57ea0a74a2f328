package org.sellmeapen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/**
 * The role the application works as: owns nothing, so that row security binds it and no mistake of ours can change a
 * table. Its password follows from the owner's, so that several nodes agree on it and no file holds it.
 */
record AppRole(String name, String password) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,58}");

    /** Makes the role, or sets its password if that no longer opens. Nodes starting together take turns. */
    static AppRole ensure(OwnerDatabase owner) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(7355608)");
                String database = one(connection, "select current_database()");
                if (!PLAIN.matcher(database).matches()) {
                    throw new IllegalStateException("Name the database with letters, digits and underscores only");
                }
                AppRole role = new AppRole(database + "_app", derived(owner.password(), database));
                if (!exists(connection, role.name())) {
                    statement.execute("create role \"" + role.name() + "\" login nosuperuser nocreatedb nocreaterole");
                }
                // Hashed on this side: the password itself appears in no log of the server.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role.name(), role.password().toCharArray(), "scram-sha-256");
                statement.execute("grant usage on schema public to \"" + role.name() + "\"");
                statement.execute("revoke create on schema public from \"" + role.name() + "\"");
                connection.commit();
                role.mustBeBound(connection);
                return role;
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** A role that row security does not bind would make every tenant visible to every other. */
    private void mustBeBound(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from pg_roles where rolname = ? and not rolsuper and not rolbypassrls")) {
            statement.setString(1, name);
            if (!statement.executeQuery().next()) {
                throw new IllegalStateException("The role " + name + " is not bound by row security; take superuser and"
                        + " bypassrls from it");
            }
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String derived(String secret, String database) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("app role " + secret).getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(database.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "AppRole[" + name + "]"; // never the password
    }
}
