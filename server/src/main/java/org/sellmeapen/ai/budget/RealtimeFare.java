package org.sellmeapen.ai.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeUsage;

/**
 * What one call takes of a month's cap. The most that an answer may cost is set aside before it is asked for, and settled
 * when it is over. Nobody on the call waits for the book: while one answer is heard, the next one's is set aside beside. So
 * a cap is passed by no more than what an answer costs beyond {@link RealtimePrice#microsAhead}, or beyond half as much
 * again as the dearest of this call before it. Thread-safe.
 */
public final class RealtimeFare {

    private final RealtimePrice price;
    private final Purse purse;
    private final Executor beside;
    // All guarded by this.
    private final Deque<Long> underWay = new ArrayDeque<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** Answers that are over and not yet written down. */
    private int settling;

    private Runnable whenSpent = () -> {};
    private long dearest;
    /** Set aside for the next answer; nothing where there is none. */
    private @Nullable Long spare;

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

    /** @param nothingLeft told once, beside, when no further answer can be set aside */
    public void opens(Runnable nothingLeft) {
        synchronized (this) {
            whenSpent = nothingLeft;
            over = false; // a line that broke off is opened again
            spent = false;
        }
        beside.execute(this::setAside);
    }

    /**
     * An answer is to be asked for.
     *
     * @param later done beside, when there is enough for it, where that is not known yet
     * @return whether there is
     */
    public boolean answers(Runnable later) {
        synchronized (this) {
            if (spent || over) {
                return false;
            }
            Long there = spare;
            if (there != null) {
                underWay.add(there);
                spare = null;
                return true;
            }
            waiting.add(later);
        }
        beside.execute(this::setAside);
        return false;
    }

    /** @param ms of sound that was sent since the last time */
    public void took(RealtimeUsage usage, long ms) {
        long cost = price.micros(usage, ms);
        int answers = usage.equals(RealtimeUsage.NONE) ? 0 : 1;
        long back;
        synchronized (this) {
            Long reserved = underWay.poll();
            if (reserved == null) {
                // Sound that nobody answered: it is paid out of the next answer's, which is set aside anew.
                reserved = spare;
                spare = null;
            }
            back = reserved == null ? 0 : reserved;
            dearest = Math.max(dearest, answers == 0 ? 0 : cost);
            settling++;
        }
        beside.execute(() -> {
            purse.settle(back, new SpendBook.Settled(cost, answers, usage.in(), usage.out()));
            synchronized (this) {
                settling--;
            }
            setAside();
        });
    }

    /** The call has nothing more of it. */
    public void over() {
        long back;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            Long unused = spare;
            back = (unused == null ? 0 : unused)
                    + underWay.stream().mapToLong(Long::longValue).sum();
            spare = null;
            underWay.clear();
            waiting.clear();
        }
        beside.execute(() -> purse.settle(back, SpendBook.Settled.NOTHING));
    }

    /** For the next answer, or the one that waits for it. */
    private void setAside() {
        long ahead;
        synchronized (this) {
            boolean wanted = !waiting.isEmpty() || underWay.isEmpty();
            // What is being settled comes by here again, and with more in hand.
            if (over || spent || spare != null || !wanted || settling > 0) {
                return;
            }
            ahead = Math.max(price.microsAhead(), dearest + dearest / 2);
        }
        boolean there = purse.reserve(ahead);
        boolean unwanted = false;
        Runnable next = null;
        synchronized (this) {
            if (!there) {
                // What is under way may cost less than was set aside for it: then it is tried again.
                boolean last = underWay.isEmpty() && settling == 0 && !over && !spent;
                spent |= last;
                next = last ? whenSpent : null;
            } else if (over || spare != null) {
                unwanted = true;
            } else {
                next = waiting.poll();
                if (next == null) {
                    spare = ahead;
                } else {
                    underWay.add(ahead);
                }
            }
        }
        if (unwanted) {
            purse.settle(ahead, SpendBook.Settled.NOTHING);
        }
        if (next != null) {
            next.run();
        }
    }
}
