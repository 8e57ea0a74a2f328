package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeTrial;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.RealtimePrice;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Lets who hears and speaks in one say a sentence of ours; nobody's voice leaves. */
@Component
class RealtimeTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SENTENCE = "The pen writes.";

    private final RealtimeStack stack;
    private final RealtimeTrial trial;
    private final Stack keys;
    private final EntryCheck check;
    private final Purses purses;
    private final Clock clock;

    RealtimeTest(RealtimeStack stack, RealtimeTrial trial, Stack keys, EntryCheck check, Purses purses, Clock clock) {
        this.stack = stack;
        this.trial = trial;
        this.keys = keys;
        this.check = check;
        this.purses = purses;
        this.clock = clock;
    }

    TestDesk.Tested test(OrganisationId organisation, ModelEntry entry) throws InterruptedException {
        Optional<RealtimePrice> price = check.realtimePrice(entry);
        AtomicLong micros = new AtomicLong();
        var begun = clock.instant();
        try {
            RealtimeModel model = stack.model(
                            organisation,
                            entry,
                            new Noted(organisation, entry, price.orElse(RealtimePrice.FREE), micros))
                    .orElseThrow(() -> SpeechFailed.lasting(entry.provider(), "not-set-up"));
            RealtimeTrial.Spoken spoken = trial.speak(model, SENTENCE, LONGEST);
            return new TestDesk.Tested(
                    true,
                    entry.provider(),
                    model.model(),
                    spoken.firstSound().toMillis(),
                    spoken.whole().toMillis(),
                    price.isEmpty() ? null : (Double) (micros.get() / 1_000_000.0),
                    spoken.words().isBlank() ? SENTENCE : shortened(spoken.words()),
                    null,
                    null,
                    null);
        } catch (SpeechFailed why) {
            Secret key = keys.key(organisation, entry).orElse(Secret.NONE);
            return new TestDesk.Tested(
                    false,
                    entry.provider(),
                    entry.model(),
                    null,
                    Duration.between(begun, clock.instant()).toMillis(),
                    null,
                    null,
                    null,
                    why.code(),
                    words(key, why));
        }
    }

    private static @Nullable String words(Secret key, SpeechFailed why) {
        return why.vendorWords().isEmpty() ? null : key.maskedIn(why.vendorWords());
    }

    private static String shortened(String words) {
        return words.length() > 200 ? words.substring(0, 200) : words;
    }

    /** A test is paid for too, whatever the cap says. */
    private final class Noted implements RealtimeModel.Use {
        private final OrganisationId organisation;
        private final ModelEntry entry;
        private final RealtimePrice price;
        private final AtomicLong micros;

        Noted(OrganisationId organisation, ModelEntry entry, RealtimePrice price, AtomicLong micros) {
            this.organisation = organisation;
            this.entry = entry;
            this.price = price;
            this.micros = micros;
        }

        @Override
        public void worked() {}

        @Override
        public void failed(SpeechFailed why) {}

        @Override
        public void opens(Runnable spent) {}

        @Override
        public boolean answers(Runnable later) {
            return true;
        }

        @Override
        public void took(RealtimeUsage usage, long ms) {
            long cost = price.micros(usage, ms);
            if (cost > 0) {
                micros.addAndGet(cost);
                purses.note(Stack.account(organisation, Purpose.REALTIME, entry), cost, usage.in(), usage.out());
            }
        }

        @Override
        public void over() {}
    }
}
