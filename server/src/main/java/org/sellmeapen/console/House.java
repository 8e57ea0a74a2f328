package org.sellmeapen.console;

import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The installation behind a data folder, as the operator's commands reach it. */
public interface House {

    /** As said, else from the environment, else {@code ./data}. */
    Path folder(@Nullable Path said);

    /** {@code production} or {@code probe}. */
    String profile(Path folder);

    /** Whether a server runs on this folder now. */
    boolean inUse(Path folder);

    /** Whether {@code SELLMEAPEN_DB_URL} names the database, so that no folder needs to hold one. */
    boolean hasOwnDatabase();

    /** Opens the rooms; beside a running server as one more node. */
    Rooms open(Path folder);

    /** Works with the database as its owner. */
    <T> T asOwner(Path folder, OwnerWork<T> work) throws Exception;

    interface Rooms extends AutoCloseable {
        <T> T room(Class<T> type);

        /** Waits, a minute or two at most, until what was ordered here (scorecards) is made. */
        void settle();

        @Override
        void close();
    }

    interface OwnerWork<T> {
        T with(Connection owner) throws Exception;
    }
}
