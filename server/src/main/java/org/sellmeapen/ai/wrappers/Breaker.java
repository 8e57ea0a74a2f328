package org.sellmeapen.ai.wrappers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechFailed;

/**
 * Remembers that a vendor is in trouble, so that nobody waits for it in vain: after some failures in a row it is left alone
 * for a while, then one is let through to see. Thread-safe.
 */
public final class Breaker {

    private static final int IN_A_ROW = 4;
    private static final Duration REST = Duration.ofSeconds(20);
    private static final Duration LONG_REST = Duration.ofMinutes(2);

    /** What will not get better by asking again soon. */
    private static final Set<String> AT_ONCE = Set.of("key-refused", "forbidden", "no-credit", "not-found");

    /** What says something of the question and nothing of the vendor. */
    private static final Set<String> OF_THE_QUESTION = Set.of(
            "too-large",
            "request-refused",
            "blocked",
            "budget-spent",
            "not-allowed-out",
            "not-set-up",
            "text-too-long",
            "language-not-spoken",
            "kanji-not-spoken");

    private final Clock clock;
    private int inARow;
    private @Nullable Instant restsUntil;
    private boolean trying;
    private @Nullable ModelFailed why;

    public Breaker(Clock clock) {
        this.clock = clock;
    }

    /** @throws ModelFailed with the trouble that it is left alone for */
    synchronized void pass() throws ModelFailed {
        Instant until = restsUntil;
        if (until == null || why == null) {
            return;
        }
        if (trying || clock.instant().isBefore(until)) {
            throw why;
        }
        trying = true;
    }

    public synchronized void worked() {
        inARow = 0;
        restsUntil = null;
        why = null;
        trying = false;
    }

    synchronized void failed(ModelFailed failed) {
        boolean tried = trying;
        trying = false;
        if (OF_THE_QUESTION.contains(failed.code())) {
            return;
        }
        inARow++;
        boolean lasting = AT_ONCE.contains(failed.code());
        if (lasting || tried || inARow >= IN_A_ROW) {
            Duration asked = failed.after();
            Duration rest = lasting ? LONG_REST : REST;
            restsUntil = clock.instant().plus(asked != null && asked.compareTo(rest) > 0 ? asked : rest);
            // What the vendor said was for one administrator and one question.
            why = (failed.isPassing()
                    ? ModelFailed.passing(failed.provider(), failed.code())
                    : ModelFailed.lasting(failed.provider(), failed.code()));
        }
    }

    /** The same of who hears or speaks. */
    public void failed(SpeechFailed failed) {
        ModelFailed same = failed.isPassing()
                ? ModelFailed.passing(failed.provider(), failed.code())
                : ModelFailed.lasting(failed.provider(), failed.code());
        failed(same.after(failed.after()));
    }

    /** Whoever was let through to see went away without an answer. */
    synchronized void unknown() {
        trying = false;
    }

    /** Does it, unless the vendor is left alone. */
    <T> T guard(Work<T> work) throws ModelFailed, InterruptedException {
        pass();
        boolean known = false;
        try {
            T done = work.done();
            known = true;
            worked();
            return done;
        } catch (ModelFailed failed) {
            known = true;
            failed(failed);
            throw failed;
        } finally {
            if (!known) {
                unknown();
            }
        }
    }

    /** The code of the trouble it is left alone for; null while it is asked. */
    public synchronized @Nullable String restsBecause() {
        return restsUntil != null && why != null && clock.instant().isBefore(restsUntil) ? why.code() : null;
    }
}
