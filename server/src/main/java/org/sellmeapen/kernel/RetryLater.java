package org.sellmeapen.kernel;

import java.time.Duration;

/** Carried by a refusal that ends by itself: the caller may try again after this long. */
public interface RetryLater {
    Duration after();
}
