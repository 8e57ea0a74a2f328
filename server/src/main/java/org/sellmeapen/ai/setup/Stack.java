package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.budget.Account;
import org.sellmeapen.ai.budget.Budgeted;
import org.sellmeapen.ai.budget.BudgetedEmbedding;
import org.sellmeapen.ai.budget.Price;
import org.sellmeapen.ai.budget.Priced;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.CircuitBreaking;
import org.sellmeapen.ai.wrappers.CircuitBreakingEmbedding;
import org.sellmeapen.ai.wrappers.Metered;
import org.sellmeapen.ai.wrappers.MeteredEmbedding;
import org.sellmeapen.ai.wrappers.ModelMeters;
import org.sellmeapen.ai.wrappers.Patience;
import org.sellmeapen.ai.wrappers.Retrying;
import org.sellmeapen.ai.wrappers.RetryingEmbedding;
import org.sellmeapen.ai.wrappers.TimedOut;
import org.sellmeapen.ai.wrappers.TimedOutEmbedding;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.KeyId;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/**
 * Puts a model together: measured, within budget, left alone when in trouble, timed, tried again, and then the adapter.
 * Redaction and fall-back stand around it, by conversation.
 */
@Component
class Stack {

    private static final Duration FIRST_WORD_WITHIN = Duration.ofSeconds(20);
    private static final Duration WHOLE_WITHIN = Duration.ofMinutes(3);

    private final Adapters adapters;
    private final EntryCheck check;
    private final Connections connections;
    private final Purses purses;
    private final ModelMeters meters;
    private final Timing timing;
    private final RandomGenerator chance;
    private final Clock clock;

    Stack(
            Adapters adapters,
            EntryCheck check,
            Connections connections,
            Purses purses,
            ModelMeters meters,
            Timing timing,
            RandomGenerator chance,
            Clock clock) {
        this.adapters = adapters;
        this.check = check;
        this.connections = connections;
        this.purses = purses;
        this.meters = meters;
        this.timing = timing;
        this.chance = chance;
        this.clock = clock;
    }

    Seat seat(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        Breaker breaker = new Breaker(clock);
        Optional<LanguageModel> made = adapter(organisation, purpose, entry, entry.redacts());
        if (made.isEmpty()) {
            return new Seat(entry, new NotSetUp(entry.provider()), breaker);
        }
        Patience patience = purpose == Purpose.TALK ? Patience.IN_TALK : Patience.AT_WORK;
        Duration first = entry.latencyCapMs() == null ? FIRST_WORD_WITHIN : Duration.ofMillis(entry.latencyCapMs());
        LanguageModel model =
                new Retrying(new Warmed(made.get(), entry.temperature(), entry.setting()), patience, timing, chance);
        model = new TimedOut(model, first, WHOLE_WITHIN, timing);
        model = new CircuitBreaking(model, breaker);
        Optional<Price> price = check.price(entry);
        model = new Budgeted(
                model, price.orElse(Price.FREE), purses.of(account(organisation, purpose, entry), entry.capMicros()));
        if (price.isPresent()) {
            model = new Priced(model, price.get(), entry.prices() == null ? check.pricesAsOf() : null);
        }
        return new Seat(entry, new Metered(model, purpose, meters, clock), breaker);
    }

    static Account account(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        return new Account(organisation, purpose, entry.provider(), entry.model());
    }

    /**
     * The adapter alone; empty where its key or its provider is gone.
     *
     * @param redacted whether the caller takes personal data out of what it asks, as the list of what left is to say
     */
    Optional<LanguageModel> adapter(OrganisationId organisation, Purpose purpose, ModelEntry entry, boolean redacted) {
        Optional<Provider> provider = adapters.find(entry.provider()).filter(p -> p.can(purpose));
        Optional<Secret> key = key(organisation, entry);
        if (provider.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Way way = connections.way(organisation, purpose, redacted);
        return Optional.of(
                adapters.language(purpose, provider.get(), way, EntryCheck.base(entry.baseUrl()), key.get(), entry));
    }

    /**
     * What texts mean, in the same wrappers; without fall-back, since vectors of two models must not be compared. A question
     * waits for it, so that it is as patient as a talk is; passages come again by themselves.
     */
    EmbeddingSeat embeddingSeat(OrganisationId organisation, ModelEntry entry) {
        Breaker breaker = new Breaker(clock);
        Optional<EmbeddingModel> made = embedding(organisation, entry, entry.redacts());
        if (made.isEmpty()) {
            return new EmbeddingSeat(entry, new MeaningNotSetUp(entry.provider(), entry.model()), breaker);
        }
        Duration whole = entry.latencyCapMs() == null ? FIRST_WORD_WITHIN : Duration.ofMillis(entry.latencyCapMs());
        EmbeddingModel model = new RetryingEmbedding(made.get(), Patience.IN_TALK, timing, chance);
        model = new TimedOutEmbedding(model, whole, timing);
        model = new CircuitBreakingEmbedding(model, breaker);
        model = new BudgetedEmbedding(
                model,
                check.price(entry).orElse(Price.FREE),
                purses.of(account(organisation, Purpose.EMBED, entry), entry.capMicros()));
        return new EmbeddingSeat(entry, new MeteredEmbedding(model, meters, clock), breaker);
    }

    /** As {@link #adapter}. */
    Optional<EmbeddingModel> embedding(OrganisationId organisation, ModelEntry entry, boolean redacted) {
        Optional<Provider> provider = adapters.find(entry.provider()).filter(p -> p.can(Purpose.EMBED));
        Optional<Secret> key = key(organisation, entry);
        if (provider.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Way way = connections.way(organisation, Purpose.EMBED, redacted);
        return Optional.of(adapters.embedding(provider.get(), way, EntryCheck.base(entry.baseUrl()), key.get(), entry));
    }

    Optional<Secret> key(OrganisationId organisation, ModelEntry entry) {
        return entry.keyId() == null
                ? Optional.of(Secret.NONE)
                : connections.key(organisation, new KeyId(entry.keyId()));
    }

    /** Its key was removed. */
    private record MeaningNotSetUp(String id, String name) implements EmbeddingModel {
        @Override
        public String model() {
            return id + "/" + name;
        }

        @Override
        public Embedded embed(List<String> texts) throws ModelFailed {
            throw ModelFailed.lasting(id, "not-set-up");
        }
    }

    /** The same of one that answers. */
    private record NotSetUp(String id) implements LanguageModel {
        @Override
        public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed {
            throw ModelFailed.lasting(id, "not-set-up");
        }
    }
}
