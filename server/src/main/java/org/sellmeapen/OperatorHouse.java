package org.sellmeapen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.console.House;
import org.sellmeapen.embeddedpg.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the rooms on a data folder without serving anything; beside a running server as one more node on its database. */
final class OperatorHouse implements House {

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

    private final String databaseUrl;

    /** @param databaseUrl as SELLMEAPEN_DB_URL says; empty for the one in the data folder */
    OperatorHouse(String databaseUrl) {
        this.databaseUrl = databaseUrl;
    }

    @Override
    public Path folder(@Nullable Path said) {
        return DataFolder.chosen(said);
    }

    @Override
    public String profile(Path folder) {
        return Profiles.of(folder);
    }

    @Override
    public boolean inUse(Path folder) {
        return Files.isDirectory(folder.resolve("postgres"))
                && EmbeddedPostgres.attach(folder.resolve("postgres")).isPresent();
    }

    @Override
    public boolean hasOwnDatabase() {
        return !databaseUrl.isBlank();
    }

    @Override
    public Rooms open(Path folder) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SellMeAPen.class)
                .web(WebApplicationType.NONE)
                .profiles(Profiles.of(folder), "operator")
                .logStartupInfo(false)
                .run(
                        "--sellmeapen.data=" + folder,
                        "--sellmeapen.db-url=" + databaseUrl,
                        "--sellmeapen.public-url=" + DataFolder.publicUrl(folder),
                        "--sellmeapen.db-pool=4",
                        "--sellmeapen.beside=true",
                        "--logging.level.root=warn");
        return new Rooms() {
            @Override
            public <T> T room(Class<T> type) {
                return context.getBean(type);
            }

            @Override
            public void settle() {
                context.getBean(OutboxRetries.class).await(SETTLES_WITHIN);
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    @Override
    public <T> T asOwner(Path folder, OwnerWork<T> work) throws Exception {
        try (OwnerDatabase owner =
                        databaseUrl.isBlank() ? OwnerDatabase.beside(folder) : OwnerDatabase.at(databaseUrl);
                Connection connection = owner.connect()) {
            return work.with(connection);
        }
    }
}
