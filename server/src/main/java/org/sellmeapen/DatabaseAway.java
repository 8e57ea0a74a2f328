package org.sellmeapen;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.kernel.RetryLater;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The database cannot be reached just now, which is no bug: whoever asked may ask again with the same Idempotency-Key. */
final class DatabaseAway extends Problem implements RetryLater {

    DatabaseAway() {
        super(
                Kind.OPERATOR,
                "database-away",
                503,
                "The database cannot be reached just now. What was acknowledged is saved; send this again in a moment.");
    }

    @Override
    public Duration after() {
        return Duration.ofSeconds(2);
    }

    /** Whether such trouble is what this one, or whatever caused it, tells of. */
    static boolean toldBy(@Nullable Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
