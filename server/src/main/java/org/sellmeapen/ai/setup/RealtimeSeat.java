package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.budget.RealtimeFare;
import org.sellmeapen.ai.wrappers.Breaker;

/** One entry, of which each call has a model of its own, so that its fare is its own. */
final class RealtimeSeat extends Watched {

    /** What a call's model is made of, beside its use. */
    interface Maker {
        RealtimeModel make(RealtimeModel.Use use);
    }

    private final Breaker breaker;
    private final Clock clock;
    private final @Nullable Maker maker;
    private final BooleanSupplier affords;
    private final Supplier<RealtimeFare> fares;

    /**
     * @param maker null where its key or its provider is gone
     * @param affords whether the month's cap lets it work; may ask the database
     */
    RealtimeSeat(
            ModelEntry entry,
            @Nullable Maker maker,
            BooleanSupplier affords,
            Supplier<RealtimeFare> fares,
            Breaker breaker,
            Clock clock) {
        super(entry, breaker);
        this.maker = maker;
        this.affords = affords;
        this.fares = fares;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** For one call; null where it is to be left out. */
    @Nullable
    RealtimeModel forCall() {
        if (maker == null || restsBecause().isPresent()) {
            return null;
        }
        if (!affords.getAsBoolean()) {
            fell(clock.instant(), "budget-spent");
            return null;
        }
        return maker.make(new Counted(fares.get()));
    }

    private final class Counted implements RealtimeModel.Use {
        private final RealtimeFare fare;

        Counted(RealtimeFare fare) {
            this.fare = fare;
        }

        @Override
        public void worked() {
            breaker.worked();
        }

        @Override
        public void failed(SpeechFailed why) {
            breaker.failed(why);
            fell(clock.instant(), why.code());
        }

        @Override
        public void opens(Runnable spent) {
            fare.opens(spent);
        }

        @Override
        public boolean answers(Runnable later) {
            return fare.answers(later);
        }

        @Override
        public void took(RealtimeUsage usage, long ms) {
            fare.took(usage, ms);
        }

        @Override
        public void over() {
            fare.over();
        }
    }
}
