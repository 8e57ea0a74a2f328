package org.sellmeapen.ai.setup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.ai.SpeechProvider;
import org.sellmeapen.ai.SpeechProviders;
import org.sellmeapen.ai.budget.PriceTable;
import org.sellmeapen.ai.budget.SpeechPrice;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisation/models")
class ModelsController {

    private final SetupDesk desk;
    private final TestDesk tests;
    private final SetupState state;
    private final Adapters adapters;
    private final EntryCheck check;
    private final PriceTable prices;

    ModelsController(
            SetupDesk desk, TestDesk tests, SetupState state, Adapters adapters, EntryCheck check, PriceTable prices) {
        this.desk = desk;
        this.tests = tests;
        this.state = state;
        this.adapters = adapters;
        this.check = check;
        this.prices = prices;
    }

    record SetupView(List<FunctionModels> functions) {}

    /**
     * @param functions the whole setup; what is new or changed in it must work and have leave for its host
     * @param allowHosts hosts that may be left for from now on, as a refusal named them
     */
    record SetupChange(
            @NotNull @Size(max = 6) List<@NotNull @Valid FunctionModels> functions,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 260) String> allowHosts) {}

    record TestWish(
            @NotNull @Size(max = 20) String function,
            @NotNull @Valid ModelEntry entry,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 260) String> allowHosts) {}

    record OptionView(String name, String meaning, List<String> choices) {}

    /**
     * @param baseUrl its usual address; absent where everybody has an own one
     * @param baseHint how an own address looks, where that is known
     * @param functions a vendor that hears or speaks stands there again for that, with what it takes and gives then
     * @param usualModel what an empty model stands for; absent where the model must be named
     * @param gives what comes beside text or sound: partials, word_times, visemes, hesitations, files, streamed
     */
    record ProviderView(
            String id,
            String title,
            @Nullable String baseUrl,
            @Nullable String baseHint,
            boolean needsKey,
            String keyHint,
            Set<String> functions,
            boolean listsModels,
            List<OptionView> options,
            String region,
            @Nullable String usualModel,
            Set<String> gives) {

        static ProviderView of(Provider provider) {
            Set<String> functions = new TreeSet<>();
            provider.purposes().forEach(purpose -> functions.add(purpose.code()));
            return new ProviderView(
                    provider.id(),
                    provider.title(),
                    provider.base() == null ? null : provider.base().toString(),
                    null,
                    provider.needsKey(),
                    provider.keyHint(),
                    functions,
                    provider.listsModels(),
                    options(provider.options()),
                    provider.region(),
                    null,
                    Set.of());
        }

        static ProviderView of(SpeechProvider provider, Purpose purpose) {
            Set<String> gives = new TreeSet<>();
            provider.gives().forEach(gift -> gives.add(gift.name().toLowerCase(Locale.ROOT)));
            return new ProviderView(
                    provider.id(),
                    provider.title(),
                    provider.base() == null ? null : provider.base().toString(),
                    provider.baseHint().isEmpty() ? null : provider.baseHint(),
                    provider.needsKey(),
                    provider.keyHint(),
                    Set.of(purpose.code()),
                    false,
                    options(provider.options()),
                    provider.region(),
                    provider.model(),
                    gives);
        }

        private static List<OptionView> options(List<Provider.Option> options) {
            return options.stream()
                    .map(option -> new OptionView(option.name(), option.meaning(), option.choices()))
                    .toList();
        }
    }

    /** @param pricesAsOf how old the list prices are */
    record Catalogue(List<ProviderView> items, LocalDate pricesAsOf) {}

    /**
     * @param list absent where nobody wrote it down; of who hears and speaks in one, that of tokens of sound
     * @param unitUsd of who hears, by the minute, or speaks, by the million characters
     */
    record PriceView(
            ModelEntry.@Nullable Prices list, @Nullable Double unitUsd, LocalDate asOf) {}

    record State(List<SetupState.FunctionState> functions) {}

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping
    ResponseEntity<SetupView> setup(SignedIn who) {
        return answer(desk.setup(who));
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @PutMapping
    ResponseEntity<SetupView> change(
            @Valid @RequestBody SetupChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        return answer(desk.change(who, Version.ofIfMatch(ifMatch), change.functions(), hosts(change.allowHosts())));
    }

    /** The catalogue: whom models can be had of. */
    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping("/providers")
    Catalogue providers() {
        List<ProviderView> items =
                new ArrayList<>(adapters.all().stream().map(ProviderView::of).toList());
        SpeechProviders.ears().forEach(ear -> items.add(ProviderView.of(ear, Purpose.HEAR)));
        SpeechProviders.mouths().forEach(mouth -> items.add(ProviderView.of(mouth, Purpose.SPEAK)));
        RealtimeProviders.all().forEach(both -> items.add(ProviderView.of(both, Purpose.REALTIME)));
        return new Catalogue(items, prices.asOf());
    }

    /** What a model costs by the list; an entry's own prices come before it. */
    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping("/prices")
    PriceView price(
            @RequestParam @Size(max = 40) String provider,
            @RequestParam @Size(max = 200) String model,
            @RequestParam(defaultValue = "talk") @Size(max = 20) String function) {
        Purpose purpose = EntryCheck.purpose(function);
        if (purpose == Purpose.REALTIME) {
            ModelEntry.Prices sound = check.realtimeListPrice(provider, model)
                    .map(price -> new ModelEntry.Prices(price.audioIn(), price.audioKnown(), price.audioOut()))
                    .orElse(null);
            return new PriceView(sound, null, prices.asOf());
        }
        if (EntryCheck.isSpeech(purpose)) {
            Double unit = check.listPrice(purpose, provider, model)
                    .map(SpeechPrice::dollars)
                    .orElse(null);
            return new PriceView(null, unit, prices.asOf());
        }
        return new PriceView(
                prices.of(provider, model)
                        .map(price -> new ModelEntry.Prices(price.input(), price.cachedInput(), price.output()))
                        .orElse(null),
                null,
                prices.asOf());
    }

    /** A real question: what it took and cost, or the vendor's own words. A host named in it stays allowed where that worked. */
    @Needs(Permission.MANAGE_ORGANISATION)
    @PostMapping("/tests")
    TestDesk.Tested test(@Valid @RequestBody TestWish wish, SignedIn who) throws InterruptedException {
        return tests.test(who, EntryCheck.purpose(wish.function()), wish.entry(), hosts(wish.allowHosts()));
    }

    /** Which models the vendor has for this key; of the entry the model is not heeded. */
    @Needs(Permission.MANAGE_ORGANISATION)
    @PostMapping("/listings")
    TestDesk.Listed list(@Valid @RequestBody TestWish wish, SignedIn who) throws InterruptedException {
        return tests.list(who, EntryCheck.purpose(wish.function()), wish.entry(), hosts(wish.allowHosts()));
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping("/state")
    State state(SignedIn who) {
        return new State(state.of(who.organisation()));
    }

    private static Set<String> hosts(@Nullable List<String> named) {
        return named == null ? Set.of() : Set.copyOf(named);
    }

    private static ResponseEntity<SetupView> answer(ModelSetups.Setup setup) {
        return ResponseEntity.ok().eTag(new Version(setup.version()).etag()).body(new SetupView(setup.functions()));
    }
}
