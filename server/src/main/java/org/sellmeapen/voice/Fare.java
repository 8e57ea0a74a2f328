package org.sellmeapen.voice;

import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeUsage;

/** What one leg costs, told whenever the vendor tells what it took, and once more when the leg is gone. */
final class Fare {

    private final RealtimeModel.Use use;
    private long toldMs;

    Fare(RealtimeModel.Use use) {
        this.use = use;
    }

    /**
     * @param sentMs of sound on this leg, all in all
     * @return false where no more may be had
     */
    boolean took(RealtimeUsage usage, long sentMs) {
        long ms = sentMs - toldMs;
        toldMs = sentMs;
        return use.took(usage, ms);
    }

    void over(RealtimeUsage usage, long sentMs) {
        if (sentMs > toldMs || !usage.equals(RealtimeUsage.NONE)) {
            took(usage, sentMs);
        }
        use.over();
    }
}
