package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.budget.Account;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.Spend;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** How it goes with what an organisation set up: what was spent of which cap, and who stands in for whom. */
@Component
class SetupState {

    private static final Duration LATELY = Duration.ofMinutes(5);

    /**
     * @param month in UTC, such as 2026-03
     * @param used the part of the cap that was spent; absent without a cap
     * @param warning whether that is beyond the part to be warned at
     * @param budgetSpent whether it is not asked any more this month
     * @param trouble why this node leaves it alone, or had to let another stand in lately
     */
    record EntryState(
            String provider,
            String model,
            String month,
            double spentUsd,
            @Nullable Double capUsd,
            @Nullable Double used,
            boolean warning,
            boolean budgetSpent,
            long answers,
            @Nullable String trouble) {}

    /** @param fallingBack whether the preferred one is not what answers now */
    record FunctionState(String function, boolean fallingBack, List<EntryState> entries) {}

    private final OrganisationModels models;
    private final Purses purses;
    private final Clock clock;

    SetupState(OrganisationModels models, Purses purses, Clock clock) {
        this.models = models;
        this.purses = purses;
        this.clock = clock;
    }

    List<FunctionState> of(OrganisationId organisation) {
        Map<Account, Spend> spent =
                purses.spent(organisation).stream().collect(Collectors.toMap(Spend::account, Function.identity()));
        List<FunctionState> states = new ArrayList<>();
        Map<Purpose, List<? extends Watched>> all = new EnumMap<>(Purpose.class);
        OrganisationModels.Assembly assembly = models.assembly(organisation);
        all.putAll(assembly.seats());
        all.put(Purpose.EMBED, assembly.embedding().map(List::of).orElse(List.of()));
        all.put(Purpose.HEAR, assembly.speech().ears());
        all.put(Purpose.SPEAK, assembly.speech().mouths());
        all.put(Purpose.REALTIME, assembly.realtime());
        all.values().removeIf(List::isEmpty);
        all.forEach((purpose, seats) -> {
            List<EntryState> entries = seats.stream()
                    .map(seat -> state(organisation, purpose, seat, spent))
                    .toList();
            boolean fallingBack = !entries.isEmpty()
                    && (entries.getFirst().budgetSpent() || entries.getFirst().trouble() != null);
            states.add(new FunctionState(purpose.code(), fallingBack, entries));
        });
        return states;
    }

    private EntryState state(OrganisationId organisation, Purpose purpose, Watched seat, Map<Account, Spend> spent) {
        ModelEntry entry = seat.entry();
        Optional<Spend> spend = Optional.ofNullable(spent.get(Stack.account(organisation, purpose, entry)));
        long micros = spend.map(Spend::spentMicros).orElse(0L);
        Long cap = entry.capMicros();
        Double used = cap == null ? null : micros / (double) cap;
        Optional<String> lately = seat.lastFall()
                .filter(fall -> fall.at().plus(LATELY).isAfter(clock.instant()))
                .map(Watched.Fall::code);
        boolean budgetSpent = (used != null && used >= 1)
                || lately.filter("budget-spent"::equals).isPresent();
        return new EntryState(
                entry.provider(),
                entry.model(),
                YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).toString(),
                micros / 1_000_000.0,
                entry.monthlyCapUsd(),
                used,
                used != null && used >= entry.warnsAt(),
                budgetSpent,
                spend.map(Spend::answers).orElse(0L),
                seat.restsBecause().or(() -> lately).orElse(null));
    }
}
