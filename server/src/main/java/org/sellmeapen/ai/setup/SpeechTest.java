package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.EarSelfTest;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.SpeechPrice;
import org.sellmeapen.ai.wrappers.TimedOutMouth;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Lets an ear hear a clip of ours, or a mouth say a sentence of ours; nobody's voice or words leave. */
@Component
class SpeechTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SENTENCE = "The pen writes.";

    private final SpeechStack stack;
    private final Stack keys;
    private final EntryCheck check;
    private final Purses purses;
    private final Timing timing;
    private final Clock clock;

    SpeechTest(SpeechStack stack, Stack keys, EntryCheck check, Purses purses, Timing timing, Clock clock) {
        this.stack = stack;
        this.keys = keys;
        this.check = check;
        this.purses = purses;
        this.timing = timing;
        this.clock = clock;
    }

    TestDesk.Tested test(OrganisationId organisation, Purpose purpose, ModelEntry entry) throws InterruptedException {
        return purpose == Purpose.HEAR ? heard(organisation, entry) : spoken(organisation, entry);
    }

    private TestDesk.Tested heard(OrganisationId organisation, ModelEntry entry) throws InterruptedException {
        Instant begun = clock.instant();
        Optional<SpeechToText> ear = stack.earAdapter(organisation, entry);
        if (ear.isEmpty()) {
            return failed(organisation, entry, begun, null, SpeechFailed.lasting(entry.provider(), "not-set-up"));
        }
        EarSelfTest clip = EarSelfTest.bundled(clock);
        return switch (clip.ask(ear.get())) {
            case EarSelfTest.Outcome.Failed(SpeechFailed why) -> failed(organisation, entry, begun, null, why);
            case EarSelfTest.Outcome.Understood(String text, double errors, long ms) ->
                new TestDesk.Tested(
                        true,
                        entry.provider(),
                        entry.model(),
                        null,
                        ms,
                        cost(organisation, Purpose.HEAR, entry, price -> price.microsOfSound(clip.clipMs())),
                        text.length() > 200 ? text.substring(0, 200) : text,
                        errors,
                        null,
                        null);
        };
    }

    private TestDesk.Tested spoken(OrganisationId organisation, ModelEntry entry) throws InterruptedException {
        Instant begun = clock.instant();
        First sink = new First();
        try {
            TextToSpeech mouth = stack.mouthAdapter(organisation, entry)
                    .orElseThrow(() -> SpeechFailed.lasting(entry.provider(), "not-set-up"));
            new TimedOutMouth(mouth, LONGEST, LONGEST, timing)
                    .speak(new Utterance(SENTENCE, "en", Voices.of("test", "en")), sink);
            if (sink.at == null) {
                throw SpeechFailed.lasting(entry.provider(), "garbled");
            }
            return new TestDesk.Tested(
                    true,
                    entry.provider(),
                    entry.model(),
                    ms(begun, sink.at),
                    ms(begun, clock.instant()),
                    cost(organisation, Purpose.SPEAK, entry, price -> price.microsOfText(SENTENCE.length())),
                    SENTENCE,
                    null,
                    null,
                    null);
        } catch (SpeechFailed why) {
            return failed(organisation, entry, begun, sink.at, why);
        }
    }

    private final class First implements SpeechSink {
        private @Nullable Instant at;

        @Override
        public void audio(short[] samples, int from, int length) {
            if (at == null && length > 0) {
                at = clock.instant();
            }
        }
    }

    private interface Cost {
        long micros(SpeechPrice price);
    }

    private @Nullable Double cost(OrganisationId organisation, Purpose purpose, ModelEntry entry, Cost cost) {
        Optional<SpeechPrice> price = check.speechPrice(purpose, entry);
        if (price.isEmpty()) {
            return null;
        }
        long micros = cost.micros(price.get());
        purses.note(Stack.account(organisation, purpose, entry), micros, 0, 0);
        return micros / 1_000_000.0;
    }

    private TestDesk.Tested failed(
            OrganisationId organisation, ModelEntry entry, Instant begun, @Nullable Instant first, SpeechFailed why) {
        Secret key = keys.key(organisation, entry).orElse(Secret.NONE);
        return new TestDesk.Tested(
                false,
                entry.provider(),
                entry.model(),
                first == null ? null : ms(begun, first),
                ms(begun, clock.instant()),
                null,
                null,
                null,
                why.code(),
                why.vendorWords().isEmpty() ? null : key.maskedIn(why.vendorWords()));
    }

    private static long ms(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
