package org.sellmeapen;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.embeddedpg.EmbeddedPostgres;

/**
 * The database as its owner sees it: who migrates and makes the application's role, and does nothing else. Either our own
 * PostgreSQL in the data folder or the server that {@code SELLMEAPEN_DB_URL} names.
 */
record OwnerDatabase(
        String url, String user, String password, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static OwnerDatabase embedded(Path dataFolder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.resolve("postgres"));
        return new OwnerDatabase(postgres.jdbcUrl(), postgres.user(), postgres.password(), postgres);
    }

    /** The server another process of ours runs on this folder, left running; else one of our own. */
    static OwnerDatabase beside(Path dataFolder) {
        return EmbeddedPostgres.attach(dataFolder.resolve("postgres"))
                .map(running -> new OwnerDatabase(running.jdbcUrl(), running.user(), running.password(), null))
                .orElseGet(() -> embedded(dataFolder));
    }

    /**
     * @param text {@code postgresql://user:password@host:port/database?…} or the same behind {@code jdbc:}, or
     *     {@code jdbc:postgresql://host/database?user=…&password=…}
     */
    static OwnerDatabase at(String text) {
        URI uri = URI.create(text.startsWith("jdbc:") ? text.substring(5) : text);
        String user = "";
        String password = "";
        String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
            password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        }
        StringBuilder rest = new StringBuilder();
        String query = uri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith("user=")) {
                user = decoded(pair.substring(5));
            } else if (pair.startsWith("password=")) {
                password = decoded(pair.substring(9));
            } else if (!pair.isEmpty()) {
                rest.append(rest.isEmpty() ? '?' : '&').append(pair);
            }
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new OwnerDatabase(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + rest, user, password, null);
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The embedded server stops after everything that uses it, because those beans depend on this one. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "OwnerDatabase[" + url + "]"; // never the password
    }
}
