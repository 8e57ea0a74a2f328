package org.sellmeapen.ai.budget;

import java.util.concurrent.Executor;
import org.sellmeapen.ai.RealtimeUsage;

/**
 * What one call takes of a month's cap. Nobody on the call waits for the book: the price of an answer is taken beforehand,
 * and the next one's beside. So a cap is passed by no more than what an answer costs beyond that. Thread-safe.
 */
public final class RealtimeFare {

    private final RealtimePrice price;
    private final Purse purse;
    private final Executor beside;
    // All guarded by this.
    private long reserved;
    private boolean spent;
    private boolean over;

    /** @param beside where the book may be waited for */
    public RealtimeFare(RealtimePrice price, Purse purse, Executor beside) {
        this.price = price;
        this.purse = purse;
        this.beside = beside;
    }

    /** Whether there is enough left for an answer; asks the book. */
    public boolean affords() {
        long ahead = price.microsAhead();
        boolean there = purse.reserve(ahead);
        if (there) {
            purse.settle(ahead, SpendBook.Settled.NOTHING);
        }
        return there;
    }

    /**
     * @param ms of sound that was sent since the last time
     * @return false where no more may be had
     */
    public boolean took(RealtimeUsage usage, long ms) {
        long cost = price.micros(usage, ms);
        int answers = usage.equals(RealtimeUsage.NONE) ? 0 : 1;
        beside.execute(() -> {
            settle(new SpendBook.Settled(cost, answers, usage.in(), usage.out()));
            takeAhead();
        });
        synchronized (this) {
            return !spent;
        }
    }

    /** The call has nothing more of it. */
    public void over() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        beside.execute(() -> settle(SpendBook.Settled.NOTHING));
    }

    private void takeAhead() {
        long ahead = price.microsAhead();
        boolean there = purse.reserve(ahead);
        synchronized (this) {
            if (there && !over) {
                reserved += ahead;
                return;
            }
            spent |= !there;
        }
        if (there) {
            purse.settle(ahead, SpendBook.Settled.NOTHING);
        }
    }

    private void settle(SpendBook.Settled settled) {
        long back;
        synchronized (this) {
            back = reserved;
            reserved = 0;
        }
        purse.settle(back, settled);
    }
}
