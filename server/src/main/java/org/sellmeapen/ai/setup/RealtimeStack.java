package org.sellmeapen.ai.setup;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeModels;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.ai.SpeechProvider;
import org.sellmeapen.ai.budget.Purse;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.RealtimeFare;
import org.sellmeapen.ai.budget.RealtimePrice;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Puts together what the live loop needs to call a vendor that hears and speaks in one, within budget and rules. */
@Component
class RealtimeStack {

    private static final Executor BESIDE =
            work -> Thread.ofVirtual().name("realtime-budget").start(work);

    private final EntryCheck check;
    private final Stack keys;
    private final Connections connections;
    private final Purses purses;
    private final Clock clock;

    RealtimeStack(EntryCheck check, Stack keys, Connections connections, Purses purses, Clock clock) {
        this.check = check;
        this.keys = keys;
        this.connections = connections;
        this.purses = purses;
        this.clock = clock;
    }

    List<RealtimeSeat> seats(OrganisationId organisation, List<FunctionModels> functions) {
        return functions.stream()
                .filter(function -> function.function().equals(Purpose.REALTIME.code()))
                .flatMap(function -> function.entries().stream())
                .map(entry -> seat(organisation, entry))
                .toList();
    }

    private RealtimeSeat seat(OrganisationId organisation, ModelEntry entry) {
        RealtimePrice price = check.realtimePrice(entry).orElse(RealtimePrice.FREE);
        Purse purse = purses.of(Stack.account(organisation, Purpose.REALTIME, entry), entry.capMicros());
        Optional<RealtimeModel> model = model(organisation, entry, RealtimeModel.Use.NOBODYS);
        RealtimeSeat.@Nullable Maker maker = model.<RealtimeSeat.Maker>map(made -> use -> new RealtimeModel(
                        made.provider(),
                        made.base(),
                        made.key(),
                        made.model(),
                        made.voice(),
                        made.options(),
                        made.within(),
                        made.exit(),
                        use))
                .orElse(null);
        return new RealtimeSeat(
                entry,
                maker,
                () -> new RealtimeFare(price, purse, BESIDE).affords(),
                () -> new RealtimeFare(price, purse, BESIDE),
                new Breaker(clock),
                clock);
    }

    /** Empty where its key or its provider is gone. */
    Optional<RealtimeModel> model(OrganisationId organisation, ModelEntry entry, RealtimeModel.Use use) {
        Optional<SpeechProvider> provider = RealtimeProviders.find(entry.provider());
        Optional<Secret> key = keys.key(organisation, entry);
        if (provider.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        @Nullable URI own = EntryCheck.base(entry.baseUrl());
        @Nullable URI base = own == null ? provider.get().base() : own;
        if (base == null) {
            return Optional.empty();
        }
        String voice = entry.voice();
        return Optional.of(new RealtimeModel(
                entry.provider(),
                base,
                key.get(),
                entry.model().isBlank() ? provider.get().model() : entry.model(),
                voice == null ? "" : voice.strip(),
                entry.optionsOrNone(),
                entry.latencyCapMs() == null ? RealtimeModel.USUALLY_WITHIN : Duration.ofMillis(entry.latencyCapMs()),
                connections.exit(organisation, Purpose.REALTIME, false),
                use));
    }

    /** The front door to them. */
    @Component
    static class Organisations implements RealtimeModels {

        private final OrganisationModels models;

        Organisations(OrganisationModels models) {
            this.models = models;
        }

        @Override
        public List<RealtimeModel> inOrder(OrganisationId organisation) {
            List<RealtimeModel> ready = new ArrayList<>();
            for (RealtimeSeat seat : models.assembly(organisation).realtime()) {
                @Nullable RealtimeModel model = seat.forCall();
                if (model != null) {
                    ready.add(model);
                }
            }
            return ready;
        }
    }
}
