package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.wrappers.FallingBack;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.privacy.Redactor;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The models of organisations as they set them up, put together once and kept while nothing changes. What is changed here
 * counts at once; what another node changed, after {@link #BELIEVED_FOR}. Thread-safe.
 */
@Component
class OrganisationModels implements Models {

    static final Duration BELIEVED_FOR = Duration.ofSeconds(5);
    private static final Duration NAMES_BELIEVED_FOR = Duration.ofMinutes(1);
    private static final Set<Purpose> IN_WORDS = Set.of(Purpose.TALK, Purpose.JUDGE);

    /** What was made of one setup. */
    record Assembly(
            long version,
            long made,
            Map<Purpose, List<Seat>> seats,
            Optional<EmbeddingSeat> embedding,
            SpeechStack.Seats speech,
            List<RealtimeSeat> realtime,
            Instant since) {}

    private record People(Redactor redactor, Instant since) {}

    private final ModelSetups setups;
    private final Stack stack;
    private final SpeechStack speechStack;
    private final RealtimeStack realtimeStack;
    private final Purses purses;
    private final Tenancy tenancy;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Map<OrganisationId, Assembly> assemblies = new ConcurrentHashMap<>();
    private final Map<OrganisationId, People> people = new ConcurrentHashMap<>();

    OrganisationModels(
            ModelSetups setups,
            Stack stack,
            SpeechStack speechStack,
            RealtimeStack realtimeStack,
            Purses purses,
            Tenancy tenancy,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.setups = setups;
        this.stack = stack;
        this.speechStack = speechStack;
        this.realtimeStack = realtimeStack;
        this.purses = purses;
        this.tenancy = tenancy;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    @Override
    public Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose) {
        return language(organisation, purpose, List.of());
    }

    @Override
    public Optional<LanguageModel> language(
            OrganisationId organisation, Purpose purpose, Collection<String> alsoPrivate) {
        List<Seat> seats = assembly(organisation).seats().getOrDefault(purpose, List.of());
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        List<String> also = List.copyOf(alsoPrivate);
        return Optional.of(new FallingBack(
                seats.stream()
                        .map(seat -> seat.model(names -> redactor(organisation, names), also))
                        .toList(),
                (place, why) -> seats.get(place).fell(clock.instant(), why)));
    }

    /** No other stands in for it: vectors of two models must not be compared. */
    @Override
    public Optional<EmbeddingModel> embedding(OrganisationId organisation) {
        return assembly(organisation)
                .embedding()
                .map(seat -> seat.model(names -> redactor(organisation, names), clock));
    }

    Assembly assembly(OrganisationId organisation) {
        Instant now = clock.instant();
        Assembly there = assemblies.get(organisation);
        if (there != null && !there.since().plus(BELIEVED_FOR).isBefore(now)) {
            return there;
        }
        ModelSetups.Setup setup =
                OrganisationScope.within(organisation, () -> transactions.execute(_ -> setups.of(organisation)));
        if (setup == null) {
            setup = ModelSetups.Setup.NONE;
        }
        boolean same = there != null && there.version() == setup.version() && there.made() == setup.made();
        Assembly made = same && there != null
                ? new Assembly(
                        there.version(),
                        there.made(),
                        there.seats(),
                        there.embedding(),
                        there.speech(),
                        there.realtime(),
                        now)
                : assembled(organisation, setup, now);
        assemblies.put(organisation, made);
        return made;
    }

    private Assembly assembled(OrganisationId organisation, ModelSetups.Setup setup, Instant now) {
        Map<Purpose, List<Seat>> seats = new EnumMap<>(Purpose.class);
        Optional<EmbeddingSeat> embedding = Optional.empty();
        for (FunctionModels function : setup.functions()) {
            Purpose purpose = Purpose.ofCode(function.function());
            if (IN_WORDS.contains(purpose)) {
                seats.put(
                        purpose,
                        function.entries().stream()
                                .map(entry -> stack.seat(organisation, purpose, entry))
                                .toList());
            } else if (purpose == Purpose.EMBED && !function.entries().isEmpty()) {
                embedding = Optional.of(
                        stack.embeddingSeat(organisation, function.entries().getFirst()));
            }
        }
        SpeechStack.Seats speech = speechStack.seats(organisation, setup.functions());
        List<RealtimeSeat> realtime = realtimeStack.seats(organisation, setup.functions());
        return new Assembly(setup.version(), setup.made(), seats, embedding, speech, realtime, now);
    }

    private Redactor redactor(OrganisationId organisation, Collection<String> also) {
        Instant now = clock.instant();
        People known = people.get(organisation);
        if (known == null || known.since().plus(NAMES_BELIEVED_FOR).isBefore(now)) {
            List<String> names = OrganisationScope.within(organisation, tenancy::everybodysNames);
            known = new People(Redactor.of(names), now);
            people.put(organisation, known);
        }
        return known.redactor().and(also);
    }

    void forget(OrganisationId organisation) {
        assemblies.remove(organisation);
        people.remove(organisation);
    }

    void dissolved(OrganisationId organisation) {
        forget(organisation);
        purses.forget(organisation);
    }
}
