package org.sellmeapen.ai.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What this node may spend of one account without asking the others. It takes from the month's cap a fiftieth at a time, so
 * that most answers touch no database, and writes down what was spent later. A process that dies leaves what it had taken
 * as spent: rather too little is left than too much spent. Thread-safe.
 */
public final class Purse {

    static final long NO_CAP = -1;
    private static final int SHARES = 50;
    private static final Duration ASKS_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(30);

    private final Account account;
    private final SpendBook book;
    private final Clock clock;
    private long cap = NO_CAP;
    private YearMonth month;
    private long held;
    private SpendBook.Settled unwritten = SpendBook.Settled.NOTHING;
    private Instant used;
    private Instant emptyUntil = Instant.MIN;

    Purse(Account account, SpendBook book, Clock clock) {
        this.account = account;
        this.book = book;
        this.clock = clock;
        this.used = clock.instant();
        this.month = month();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** @param micros of a month; {@link #NO_CAP} for none */
    synchronized void capAt(long micros) {
        if (micros != cap) {
            giveBack();
            cap = micros;
            emptyUntil = Instant.MIN;
        }
    }

    /** @return false where the cap does not allow it */
    synchronized boolean reserve(long micros) {
        used = clock.instant();
        turnMonth();
        if (cap == NO_CAP) {
            return true;
        }
        if (held < micros && !fill(micros - held)) {
            return false;
        }
        held -= micros;
        return true;
    }

    private boolean fill(long wanted) {
        if (used.isBefore(emptyUntil)) {
            return false;
        }
        long share = Math.max(wanted, cap / SHARES);
        if (book.take(account, month, share, cap)) {
            held += share;
        } else if (share > wanted && book.take(account, month, wanted, cap)) {
            held += wanted;
        } else {
            emptyUntil = used.plus(ASKS_AGAIN_AFTER);
            return false;
        }
        return true;
    }

    /** @param reserved before; what it really cost may be more */
    synchronized void settle(long reserved, SpendBook.Settled settled) {
        if (cap != NO_CAP) {
            held += reserved - settled.spentMicros();
        }
        unwritten = unwritten.plus(settled);
    }

    /** Writes down what was spent since, and gives back what lies idle. */
    synchronized void write(boolean all) {
        turnMonth();
        if (all || used.plus(IDLE_AFTER).isBefore(clock.instant())) {
            giveBack();
        } else if (held < 0 || !unwritten.isNothing()) {
            settleWith(Math.min(0, held));
        }
    }

    /** Not written down yet. */
    synchronized long unwrittenMicros() {
        return unwritten.spentMicros();
    }

    private void turnMonth() {
        YearMonth now = month();
        if (!now.equals(month)) {
            giveBack();
            month = now;
            held = 0;
            emptyUntil = Instant.MIN;
        }
    }

    private void giveBack() {
        if (held != 0 || !unwritten.isNothing()) {
            settleWith(held);
        }
    }

    /** @param back what is no longer held; negative where more was spent than was taken */
    private void settleWith(long back) {
        // Without a cap nothing is taken beforehand; it is noted all the same, for the day on which there is one.
        long taken = cap == NO_CAP ? unwritten.spentMicros() : -back;
        book.settle(account, month, unwritten, taken);
        held -= cap == NO_CAP ? held : back;
        unwritten = SpendBook.Settled.NOTHING;
    }
}
