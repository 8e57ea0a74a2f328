package org.sellmeapen.coaching;

import java.time.Duration;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.kernel.RetryLater;

/** Other recordings are being listened to. */
final class UploadBusy extends Problem implements RetryLater {

    UploadBusy() {
        super(Kind.OPERATOR, "upload-busy", 503, "Other recordings are being listened to. Try again in a few seconds.");
    }

    @Override
    public Duration after() {
        return Duration.ofSeconds(5);
    }
}
