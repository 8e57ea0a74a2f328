package org.sellmeapen.signin;

import java.time.Duration;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.kernel.RetryLater;

/** Said alike of an account that exists and of one that does not. */
final class TooManyAttempts extends Problem implements RetryLater {

    private final Duration after;

    TooManyAttempts(Duration after) {
        super(
                Kind.CALLER,
                "too-many-attempts",
                429,
                "Too many attempts. Wait for the time in Retry-After, then try again.");
        this.after = after;
    }

    @Override
    public Duration after() {
        return after;
    }
}
