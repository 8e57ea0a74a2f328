package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.ModelList;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.budget.Price;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.wrappers.TimedOut;
import org.sellmeapen.ai.wrappers.TimedOutEmbedding;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks vendors for an administrator: whether an entry works, and which models there are. Never inside a transaction. */
@Component
class TestDesk {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Prompt QUESTION =
            Prompt.of("You are tried out. Answer in at most five words.", "Say: the pen writes.", 64);

    private static final String SENTENCE = "The pen writes.";

    /**
     * @param firstWordMs absent where there was none
     * @param wordErrorRate of who heard the clip of the house: words wrong, missing or too many, by those that were said
     * @param costUsd absent where no price is known
     * @param code why it failed, as in {@link ModelFailed}; or {@code refused}, {@code empty}, {@code ran-out} (it thought until
     *     nothing was left for words)
     * @param vendorWords the vendor's own message, keys masked
     */
    record Tested(
            boolean ok,
            String provider,
            String model,
            @Nullable Long firstWordMs,
            long wholeMs,
            @Nullable Double costUsd,
            @Nullable String said,
            @Nullable Double wordErrorRate,
            @Nullable String code,
            @Nullable String vendorWords) {}

    /** @param code why there is no list: {@code not-listed}, or as in {@link ModelFailed} */
    record Listed(
            List<String> items,
            @Nullable String code,
            @Nullable String vendorWords) {}

    private final Adapters adapters;
    private final EntryCheck check;
    private final Stack stack;
    private final SpeechTest speech;
    private final RealtimeTest realtime;
    private final SetupDesk desk;
    private final Connections connections;
    private final Purses purses;
    private final CapLeft cap;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Timing timing;
    private final Clock clock;

    TestDesk(
            Adapters adapters,
            EntryCheck check,
            Stack stack,
            SpeechTest speech,
            RealtimeTest realtime,
            SetupDesk desk,
            Connections connections,
            Purses purses,
            CapLeft cap,
            AuditTrail audit,
            TransactionOperations transactions,
            Timing timing,
            Clock clock) {
        this.adapters = adapters;
        this.check = check;
        this.stack = stack;
        this.speech = speech;
        this.realtime = realtime;
        this.desk = desk;
        this.connections = connections;
        this.purses = purses;
        this.cap = cap;
        this.audit = audit;
        this.transactions = transactions;
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * Sends one short question of ours; no word of the organisation's leaves. A host that was allowed for it stays so where
     * it worked.
     *
     * @throws MonthsCapSpent where nothing is left of the month's cap
     */
    Tested test(SignedIn who, Purpose purpose, ModelEntry entry, Set<String> allowHosts) throws InterruptedException {
        EntryCheck.Place place = inPlace(who, purpose, entry);
        cap.mustLeaveSome(who.organisation(), purpose, entry);
        boolean fresh = begun(who, place, allowHosts, "models.tested");
        boolean worked = false;
        try {
            Tested tested = tested(who, purpose, entry);
            worked = tested.ok();
            return tested;
        } finally {
            if (fresh && !worked) {
                desk.takeBack(who, place);
            }
        }
    }

    private EntryCheck.Place inPlace(SignedIn who, Purpose purpose, ModelEntry entry) {
        return Objects.requireNonNull(transactions.execute(_ -> check.place(who.organisation(), purpose, entry)));
    }

    /** @return whether its host was allowed just now */
    private boolean begun(SignedIn who, EntryCheck.Place place, Set<String> allowHosts, String action) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean fresh = desk.mustBeAllowed(who, place, allowHosts);
            audit.record(
                    who.organisation(),
                    who.person(),
                    action,
                    "provider:" + place.entry().provider(),
                    Map.of("function", place.purpose().code()));
            return fresh;
        }));
    }

    private Tested tested(SignedIn who, Purpose purpose, ModelEntry entry) throws InterruptedException {
        if (purpose == Purpose.REALTIME) {
            return realtime.test(who.organisation(), entry);
        }
        if (EntryCheck.isSpeech(purpose)) {
            return speech.test(who.organisation(), purpose, entry);
        }
        Secret key = stack.key(who.organisation(), entry).orElse(Secret.NONE);
        Instant begun = clock.instant();
        Instant[] first = {null};
        try {
            Answer answer = asked(who.organisation(), purpose, entry, first);
            long whole = ms(begun, clock.instant());
            Optional<Price> price = check.price(entry);
            Double cost = null;
            if (price.isPresent() && answer.usage().isKnown()) {
                long micros = price.get().micros(answer.usage());
                cost = micros / 1_000_000.0;
                purses.note(
                        Stack.account(who.organisation(), purpose, entry),
                        micros,
                        answer.usage().inputTokens(),
                        answer.usage().outputTokens());
            }
            String wrong = wrongWith(answer);
            String said = answer.text().length() > 200 ? answer.text().substring(0, 200) : answer.text();
            return new Tested(
                    wrong == null,
                    answer.provider(),
                    answer.model(),
                    first[0] == null ? null : ms(begun, first[0]),
                    whole,
                    cost,
                    said,
                    null,
                    wrong,
                    null);
        } catch (ModelFailed failed) {
            return new Tested(
                    false,
                    entry.provider(),
                    entry.model(),
                    first[0] == null ? null : ms(begun, first[0]),
                    ms(begun, clock.instant()),
                    null,
                    null,
                    null,
                    failed.code(),
                    words(failed, key));
        }
    }

    /** An answer came, and yet it is of no use: a model that will not, or that thought until nothing was left for words. */
    private static @Nullable String wrongWith(Answer answer) {
        if (answer.finish() == Answer.Finish.REFUSED) {
            return "refused";
        }
        return answer.text().isBlank() ? (answer.finish() == Answer.Finish.LENGTH ? "ran-out" : "empty") : null;
    }

    @SuppressWarnings("NullAway") // a cell that is filled when the first word comes
    private Answer asked(OrganisationId organisation, Purpose purpose, ModelEntry entry, Instant[] first)
            throws ModelFailed, InterruptedException {
        if (purpose == Purpose.EMBED) {
            Optional<EmbeddingModel> embedding = stack.embedding(organisation, entry, false);
            EmbeddingModel model = embedding.orElseThrow(() -> ModelFailed.lasting(entry.provider(), "not-set-up"));
            Embedded embedded = new TimedOutEmbedding(model, LONGEST, timing).embed(List.of(SENTENCE));
            return new Answer(
                    embedded.vectors().getFirst().length + " numbers",
                    Answer.Finish.END,
                    embedded.isCounted() ? new Answer.Usage(embedded.inputTokens(), 0, 0) : Answer.Usage.UNKNOWN,
                    model.id(),
                    model.model());
        }
        LanguageModel model = stack.adapter(organisation, purpose, entry, false)
                .orElseThrow(() -> ModelFailed.lasting(entry.provider(), "not-set-up"));
        return new TimedOut(model, LONGEST, LONGEST, timing).answer(QUESTION, _ -> {
            if (first[0] == null) {
                first[0] = clock.instant();
            }
        });
    }

    /** @param entry of which the model is not heeded */
    Listed list(SignedIn who, Purpose purpose, ModelEntry entry, Set<String> allowHosts) throws InterruptedException {
        if (EntryCheck.isSpeech(purpose)) {
            return new Listed(List.of(), "not-listed", null);
        }
        Provider provider = check.provider(purpose, entry.provider());
        EntryCheck.Place place = inPlace(who, purpose, entry);
        boolean fresh = begun(who, place, allowHosts, "models.listed");
        boolean worked = false;
        try {
            Listed listed = listed(who, purpose, entry, provider);
            worked = listed.code() == null;
            return listed;
        } finally {
            if (fresh && !worked) {
                desk.takeBack(who, place);
            }
        }
    }

    private Listed listed(SignedIn who, Purpose purpose, ModelEntry entry, Provider provider)
            throws InterruptedException {
        Secret key = stack.key(who.organisation(), entry)
                .orElseThrow(() -> new NotValid("key_id", "That key was removed. Choose another one."));
        Optional<ModelList> list = adapters.models(
                provider, connections.way(who.organisation(), purpose, false), EntryCheck.base(entry.baseUrl()), key);
        if (list.isEmpty()) {
            return new Listed(List.of(), "not-listed", null);
        }
        try {
            return new Listed(list.get().models(), null, null);
        } catch (ModelFailed failed) {
            return new Listed(List.of(), failed.code(), words(failed, key));
        }
    }

    private static @Nullable String words(ModelFailed failed, Secret key) {
        return failed.vendorWords().isEmpty() ? null : key.maskedIn(failed.vendorWords());
    }

    private static long ms(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
