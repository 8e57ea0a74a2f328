package org.sellmeapen.ai.setup;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.House;
import org.sellmeapen.ai.SpeechProvider;
import org.sellmeapen.ai.SpeechProviders;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.budget.BudgetedEar;
import org.sellmeapen.ai.budget.BudgetedMouth;
import org.sellmeapen.ai.budget.Purse;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.SpeechPrice;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.CircuitBreakingEar;
import org.sellmeapen.ai.wrappers.CircuitBreakingMouth;
import org.sellmeapen.ai.wrappers.TimedEar;
import org.sellmeapen.ai.wrappers.TimedOutMouth;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/**
 * Puts ears and mouths together: within budget, left alone when in trouble, timed. What an ear is late with is still heard;
 * falling back stands around them, by call.
 */
@Component
class SpeechStack {

    private static final Duration TEXT_WITHIN = Duration.ofSeconds(5);
    private static final Duration FIRST_SOUND_WITHIN = Duration.ofSeconds(5);
    private static final Duration WHOLE_WITHIN = Duration.ofMinutes(1);
    private static final Executor BESIDE =
            work -> Thread.ofVirtual().name("ear-budget").start(work);

    /** A clause: what must be left of a budget for a voice to begin. */
    private static final int CLAUSE = 100;

    /** What an organisation set up to hear and to speak. */
    record Seats(List<SpeechSeat<SpeechToText>> ears, List<SpeechSeat<TextToSpeech>> mouths) {
        static final Seats NONE = new Seats(List.of(), List.of());
    }

    private final EntryCheck check;
    private final Stack keys;
    private final Connections connections;
    private final Purses purses;
    private final Timing timing;
    private final Clock clock;

    SpeechStack(EntryCheck check, Stack keys, Connections connections, Purses purses, Timing timing, Clock clock) {
        this.check = check;
        this.keys = keys;
        this.connections = connections;
        this.purses = purses;
        this.timing = timing;
        this.clock = clock;
    }

    Seats seats(OrganisationId organisation, List<FunctionModels> functions) {
        return new Seats(
                entries(functions, Purpose.HEAR).stream()
                        .map(entry -> ear(organisation, entry))
                        .toList(),
                entries(functions, Purpose.SPEAK).stream()
                        .map(entry -> mouth(organisation, entry))
                        .toList());
    }

    private static List<ModelEntry> entries(List<FunctionModels> functions, Purpose purpose) {
        return functions.stream()
                .filter(function -> function.function().equals(purpose.code()))
                .flatMap(function -> function.entries().stream())
                .toList();
    }

    private SpeechSeat<SpeechToText> ear(OrganisationId organisation, ModelEntry entry) {
        Breaker breaker = new Breaker(clock);
        Optional<SpeechToText> adapter = earAdapter(organisation, entry);
        if (adapter.isEmpty()) {
            return new SpeechSeat<>(entry, null, true, () -> false, breaker);
        }
        Duration text = entry.latencyCapMs() == null ? TEXT_WITHIN : Duration.ofMillis(entry.latencyCapMs());
        BudgetedEar ear = new BudgetedEar(
                new CircuitBreakingEar(new TimedEar(adapter.get(), text, timing), breaker),
                price(Purpose.HEAR, entry),
                purse(organisation, Purpose.HEAR, entry),
                BESIDE);
        return new SpeechSeat<>(entry, ear, isLocal(Purpose.HEAR, entry), ear::affords, breaker);
    }

    private SpeechSeat<TextToSpeech> mouth(OrganisationId organisation, ModelEntry entry) {
        Breaker breaker = new Breaker(clock);
        Optional<TextToSpeech> adapter = mouthAdapter(organisation, entry);
        if (adapter.isEmpty()) {
            return new SpeechSeat<>(entry, null, true, () -> false, breaker);
        }
        Duration first = entry.latencyCapMs() == null ? FIRST_SOUND_WITHIN : Duration.ofMillis(entry.latencyCapMs());
        BudgetedMouth mouth = new BudgetedMouth(
                new CircuitBreakingMouth(new TimedOutMouth(adapter.get(), first, WHOLE_WITHIN, timing), breaker),
                price(Purpose.SPEAK, entry),
                purse(organisation, Purpose.SPEAK, entry));
        return new SpeechSeat<>(entry, mouth, isLocal(Purpose.SPEAK, entry), () -> mouth.affords(CLAUSE), breaker);
    }

    /** The adapter alone; empty where its key or its provider is gone. */
    Optional<SpeechToText> earAdapter(OrganisationId organisation, ModelEntry entry) {
        Optional<Secret> key = keys.key(organisation, entry);
        if (key.isEmpty()
                || check.speechProvider(Purpose.HEAR, entry.provider()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SpeechProviders.ear(
                entry.provider(),
                connections.way(organisation, Purpose.HEAR, false),
                EntryCheck.base(entry.baseUrl()),
                key.get(),
                entry.model(),
                entry.optionsOrNone(),
                new SpeechProviders.Hands(timing, clock)));
    }

    /** As {@link #earAdapter}. */
    Optional<TextToSpeech> mouthAdapter(OrganisationId organisation, ModelEntry entry) {
        Optional<Secret> key = keys.key(organisation, entry);
        if (key.isEmpty()
                || check.speechProvider(Purpose.SPEAK, entry.provider()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SpeechProviders.mouth(
                entry.provider(),
                connections.way(organisation, Purpose.SPEAK, false),
                EntryCheck.base(entry.baseUrl()),
                key.get(),
                entry.model(),
                voiced(entry),
                new SpeechProviders.Hands(timing, clock)));
    }

    /** An entry with a voice has only that one to give. */
    private static Map<String, String> voiced(ModelEntry entry) {
        Map<String, String> options = new HashMap<>(entry.optionsOrNone());
        String voice = entry.voice();
        if (voice != null && !voice.isBlank()) {
            options.put("voices", voice);
        }
        return options;
    }

    SpeechPrice price(Purpose purpose, ModelEntry entry) {
        return check.speechPrice(purpose, entry).orElse(SpeechPrice.FREE);
    }

    private Purse purse(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        return purses.of(Stack.account(organisation, purpose, entry), entry.capMicros());
    }

    private boolean isLocal(Purpose purpose, ModelEntry entry) {
        @Nullable URI own = EntryCheck.base(entry.baseUrl());
        @Nullable
        URI there = own != null
                ? own
                : check.speechProvider(purpose, entry.provider())
                        .map(SpeechProvider::base)
                        .orElse(null);
        return there != null && House.has(there);
    }
}
