package org.sellmeapen.signin;

import java.time.Duration;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.kernel.RetryLater;

final class SignInBusy extends Problem implements RetryLater {
    SignInBusy() {
        super(Kind.OPERATOR, "busy", 503, "Too many people are signing in at this moment. Try again in a few seconds.");
    }

    @Override
    public Duration after() {
        return Duration.ofSeconds(3);
    }
}
