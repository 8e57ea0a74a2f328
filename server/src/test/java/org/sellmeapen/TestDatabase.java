package org.sellmeapen;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sellmeapen.embeddedpg.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;

/** One PostgreSQL for the whole build, empty at its beginning: ours under target/, or the one of SELLMEAPEN_DB_URL. */
final class TestDatabase {

    static final OwnerDatabase OWNER = open();

    private TestDatabase() {}

    private static OwnerDatabase open() {
        String url = System.getenv().getOrDefault("SELLMEAPEN_DB_URL", "");
        OwnerDatabase owner;
        if (url.isBlank()) {
            System.setProperty(
                    EmbeddedPostgres.BINARIES_PROPERTY,
                    Path.of("target", "postgres-binaries").toAbsolutePath().toString());
            owner = OwnerDatabase.embedded(Path.of("target", "test-database").toAbsolutePath());
            SpringApplication.getShutdownHandlers().add(owner::close); // after every context
        } else {
            owner = OwnerDatabase.at(url);
            if (!owner.url().replaceAll("\\?.*", "").contains("test")) {
                throw new IllegalStateException(
                        "The tests empty the database they run on; its name must contain \"test\": " + owner.url());
            }
        }
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
        return owner;
    }

    /** As an operator would write it in SELLMEAPEN_DB_URL. */
    static String urlWithCredentials() {
        return OWNER.url()
                .replaceFirst("jdbc:postgresql://", "jdbc:postgresql://" + OWNER.user() + ":" + OWNER.password() + "@");
    }
}
