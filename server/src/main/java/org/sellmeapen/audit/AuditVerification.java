package org.sellmeapen.audit;

import org.jspecify.annotations.Nullable;

/**
 * What verifying a chain found.
 *
 * @param entries how many there are, sealed or not yet
 * @param sealed how many stand sealed and unbroken, from the first on
 * @param firstBroken sequence of the first broken or missing entry
 * @param reason what is wrong with that one
 */
public record AuditVerification(
        boolean ok,
        long entries,
        long sealed,
        @Nullable Long firstBroken,
        @Nullable String reason) {

    static AuditVerification broken(long entries, long sealed, long first, String reason) {
        return new AuditVerification(false, entries, sealed, first, reason);
    }
}
