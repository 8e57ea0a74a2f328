package org.sellmeapen.voice;

import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeUsage;

/**
 * What one leg costs: set aside before an answer is asked for, told when the vendor tells what it took, and once more when
 * the leg is gone.
 */
final class Fare {

    private final RealtimeModel.Use use;
    private final Loop loop;
    private long toldMs;
    private boolean gone;
    /** Answers that were asked for and did not begin. */
    private int asked;

    Fare(RealtimeModel.Use use, Loop loop) {
        this.use = use;
        this.loop = loop;
    }

    /** @param spent told on the loop when no further answer may be had */
    void opens(Runnable spent) {
        use.opens(() -> loop.run(() -> {
            if (!gone) {
                spent.run();
            }
        }));
    }

    /** Asks as soon as what the answer may cost is set aside; mostly that is at once. */
    void ask(Runnable asking) {
        asked++;
        boolean now = use.answers(() -> loop.run(() -> {
            if (!gone) {
                asking.run();
            }
        }));
        if (now) {
            asking.run();
        }
    }

    /** An answer began. Nobody can say beforehand when a vendor answers by itself. */
    void began() {
        if (asked > 0) {
            asked--;
        } else {
            use.answers(() -> {});
        }
    }

    /** What was asked for will not be said. */
    void dropped() {
        asked = Math.max(0, asked - 1);
    }

    /** @param sentMs of sound on this leg, all in all */
    void took(RealtimeUsage usage, long sentMs) {
        long ms = sentMs - toldMs;
        toldMs = sentMs;
        use.took(usage, ms);
    }

    void over(RealtimeUsage usage, long sentMs) {
        gone = true;
        if (sentMs > toldMs || !usage.equals(RealtimeUsage.NONE)) {
            took(usage, sentMs);
        }
        use.over();
    }
}
