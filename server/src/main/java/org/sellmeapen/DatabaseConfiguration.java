package org.sellmeapen;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.sellmeapen.tenancy.OrganisationTransactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts or finds the database, brings it up to date as its owner, and works with it as a role that owns nothing. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${sellmeapen.data}") Path path) {
        return DataFolder.at(path);
    }

    @Bean
    OwnerDatabase ownerDatabase(
            DataFolder data,
            @Value("${sellmeapen.db-url}") String url,
            @Value("${sellmeapen.beside:false}") boolean beside) {
        if (!url.isBlank()) {
            return OwnerDatabase.at(url);
        }
        return beside ? OwnerDatabase.beside(data.path()) : OwnerDatabase.embedded(data.path());
    }

    @Bean
    HikariDataSource dataSource(OwnerDatabase owner, @Value("${sellmeapen.db-pool}") int size) throws SQLException {
        AppRole role = AppRole.ensure(owner);
        migrate(owner, role);
        HikariConfig config = new HikariConfig();
        config.setPoolName("app");
        config.setJdbcUrl(owner.url());
        config.setUsername(role.name());
        config.setPassword(role.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setMaxLifetime(1_800_000);
        config.addDataSourceProperty("ApplicationName", "sellmeapen");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // a detail holds what somebody typed
        return new HikariDataSource(config);
    }

    @Bean
    OrganisationTransactions transactionManager(HikariDataSource dataSource) {
        return new OrganisationTransactions(dataSource);
    }

    /**
     * One history; each module's files in a folder of its own, numbered by floor. A later migration of a low floor has a
     * lower number than what is already there, hence out of order; modules share no table, so the order between them
     * does not matter.
     */
    private static void migrate(OwnerDatabase owner, AppRole role) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", "\"" + role.name() + "\""))
                .outOfOrder(true)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
