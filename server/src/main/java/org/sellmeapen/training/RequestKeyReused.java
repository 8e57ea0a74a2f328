package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

/** The key of a turn came again with other words; answering with the former turn would lose the new ones. */
final class RequestKeyReused extends Problem {
    RequestKeyReused() {
        super(
                Kind.CALLER,
                "idempotency-key-reused",
                422,
                "This Idempotency-Key was used for another request. Take a new one.");
    }
}
