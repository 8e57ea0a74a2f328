package org.sellmeapen.ai.setup;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.ai.SpeechProvider;
import org.sellmeapen.ai.SpeechProviders;
import org.sellmeapen.ai.budget.Price;
import org.sellmeapen.ai.budget.PriceTable;
import org.sellmeapen.ai.budget.RealtimePrice;
import org.sellmeapen.ai.budget.SpeechPrice;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.KeyId;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Whether what an administrator wrote can work at all; what can only be known by asking the vendor is for a test. */
@Component
class EntryCheck {

    /** Sockets too: some that hear have nothing else. */
    private static final Set<String> SCHEMES = Set.of("https", "http", "wss", "ws");

    private final Adapters adapters;
    private final PriceTable prices;
    private final Connections connections;

    EntryCheck(Adapters adapters, PriceTable prices, Connections connections) {
        this.adapters = adapters;
        this.prices = prices;
        this.connections = connections;
    }

    /** Where an entry goes. */
    record Place(Purpose purpose, URI address, ModelEntry entry) {}

    /** Whether every function, and in it every model, stands there once. */
    void orders(List<FunctionModels> functions) {
        Set<Purpose> seen = new HashSet<>();
        for (FunctionModels function : functions) {
            Purpose purpose = purpose(function.function());
            if (!seen.add(purpose)) {
                throw new NotValid("functions", "Each function is set up once.");
            }
            if (purpose == Purpose.EMBED && function.entries().size() > 1) {
                throw new NotValid("entries", "One model reads documents; vectors of two must not be compared.");
            }
            Set<String> models = new HashSet<>();
            for (ModelEntry entry : function.entries()) {
                if (!models.add(entry.provider() + "\n" + entry.model())) {
                    throw new NotValid(
                            "entries", "Each model of a provider stands in an order once; spending is counted by it.");
                }
            }
        }
    }

    /** Where an entry goes that was set up before, whatever became of its key; empty where its provider is gone. */
    Optional<Place> before(Purpose purpose, ModelEntry entry) {
        try {
            URI usual = isSpeech(purpose)
                    ? speechProvider(purpose, entry.provider())
                            .orElseThrow(EntryCheck::nobody)
                            .base()
                    : provider(purpose, entry.provider()).base();
            return Optional.of(new Place(purpose, address(usual, entry.provider(), entry.baseUrl()), entry));
        } catch (NotValid gone) {
            return Optional.empty();
        }
    }

    Place place(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        if (isSpeech(purpose)) {
            return speechPlace(organisation, purpose, entry);
        }
        Provider provider = provider(purpose, entry.provider());
        if (entry.model().isBlank() || entry.model().chars().anyMatch(Character::isISOControl)) {
            throw new NotValid("model", "Name the model as its vendor does.");
        }
        mustKnow(provider.options(), entry.optionsOrNone());
        mustHaveKey(organisation, entry, provider.needsKey(), provider.title());
        if (entry.monthlyCapUsd() != null && price(entry).isEmpty()) {
            throw new NotValid("prices", "No price of this model is known; a cap needs one.");
        }
        URI address = address(provider.base(), provider.title(), entry.baseUrl());
        mustHaveNoQuery(address);
        connections.host(address);
        return new Place(purpose, address, entry);
    }

    /** Adapters put their own path behind it: it would not be asked with, and be a bad place for a key. */
    private static void mustHaveNoQuery(URI address) {
        if (address.getRawQuery() != null) {
            throw new NotValid("base_url", "An address without a question mark and what stands behind it.");
        }
    }

    private Place speechPlace(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        SpeechProvider provider = speechProvider(purpose, entry.provider()).orElseThrow(EntryCheck::nobody);
        if (entry.model().chars().anyMatch(Character::isISOControl)) {
            throw new NotValid("model", "Name the model as its vendor does.");
        }
        String voice = entry.voice();
        if (voice != null && voice.chars().anyMatch(c -> Character.isISOControl(c) || c == ',')) {
            throw new NotValid("voice", "Name one voice, as its vendor does.");
        }
        mustKnow(provider.options(), entry.optionsOrNone());
        mustHaveKey(organisation, entry, provider.needsKey(), provider.title());
        boolean priced = purpose == Purpose.REALTIME
                ? realtimePrice(entry).isPresent()
                : speechPrice(purpose, entry).isPresent();
        if (entry.monthlyCapUsd() != null && !priced) {
            throw new NotValid("unit_price_usd", "No price of this model is known; a cap needs one.");
        }
        URI address = address(provider.base(), provider.title(), entry.baseUrl());
        if (purpose == Purpose.REALTIME
                && (!String.valueOf(address.getScheme()).matches("(?i)wss?") || address.getRawQuery() != null)) {
            throw new NotValid("base_url", "An address such as wss://api.example.com, without a query.");
        }
        mustHaveNoQuery(address);
        connections.host(address);
        return new Place(purpose, address, entry);
    }

    /** What nobody heeds must not look as if it were set. */
    static void mustKnow(List<Provider.Option> known, Map<String, String> chosen) {
        chosen.forEach((name, value) -> {
            Provider.Option option = known.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NotValid("options", "This provider has no such option."));
            if (!option.choices().isEmpty()
                    && !value.isEmpty()
                    && !option.choices().contains(value)) {
                throw new NotValid("options", option.name() + " is one of: " + String.join(", ", option.choices()));
            }
        });
    }

    private void mustHaveKey(OrganisationId organisation, ModelEntry entry, boolean needed, String title) {
        if (entry.keyId() == null && needed) {
            throw new NotValid("key_id", title + " answers nobody without a key.");
        }
        if (entry.keyId() != null && !connections.hasKey(organisation, new KeyId(entry.keyId()))) {
            throw new NotValid("key_id", "That key was removed. Choose another one.");
        }
    }

    static boolean isSpeech(Purpose purpose) {
        return purpose == Purpose.HEAR || purpose == Purpose.SPEAK || purpose == Purpose.REALTIME;
    }

    Optional<SpeechProvider> speechProvider(Purpose purpose, String id) {
        List<SpeechProvider> all = switch (purpose) {
            case HEAR -> SpeechProviders.ears();
            case SPEAK -> SpeechProviders.mouths();
            case REALTIME -> RealtimeProviders.all();
            case TALK, JUDGE, EMBED -> List.of();
        };
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** The organisation's own by the minute; else that of the list, with who writes down what was said. */
    Optional<RealtimePrice> realtimePrice(ModelEntry entry) {
        if (entry.unitPriceUsd() != null) {
            return Optional.of(RealtimePrice.byTheMinute(entry.unitPriceUsd()));
        }
        Optional<RealtimePrice> list = realtimeListPrice(entry.provider(), entry.model());
        if (!entry.provider().equals(RealtimeProviders.OPENAI)) {
            return list;
        }
        String transcriber = entry.optionsOrNone().getOrDefault(RealtimeProviders.TRANSCRIBER, "");
        String named = transcriber.isBlank() ? RealtimeProviders.USUAL_TRANSCRIBER : transcriber;
        return list.flatMap(price -> prices.hearing(entry.provider(), named).map(heard -> price.with(heard.dollars())));
    }

    /** @param model empty for the usual one */
    Optional<RealtimePrice> realtimeListPrice(String id, String model) {
        return prices.realtime(
                id,
                model.isBlank()
                        ? RealtimeProviders.find(id).map(SpeechProvider::model).orElse("")
                        : model);
    }

    /** As {@link #price}, of who hears or speaks. */
    Optional<SpeechPrice> speechPrice(Purpose purpose, ModelEntry entry) {
        if (entry.unitPriceUsd() != null) {
            return Optional.of(new SpeechPrice(entry.unitPriceUsd()));
        }
        // Polly counts a text again for its times and shapes.
        boolean twice = purpose == Purpose.SPEAK
                && entry.provider().equals("polly")
                && !entry.optionsOrNone().getOrDefault("marks", "").equals("false");
        return listPrice(purpose, entry.provider(), entry.model())
                .map(price -> twice ? new SpeechPrice(2 * price.dollars()) : price);
    }

    /** @param model empty for the usual one */
    Optional<SpeechPrice> listPrice(Purpose purpose, String id, String model) {
        String named = model.isBlank()
                ? speechProvider(purpose, id).map(SpeechProvider::model).orElse("")
                : model;
        return purpose == Purpose.HEAR ? prices.hearing(id, named) : prices.speaking(id, named);
    }

    private static NotValid nobody() {
        return new NotValid("provider", "Nobody of that name in the catalogue can do this.");
    }

    Provider provider(Purpose purpose, String id) {
        return adapters.find(id).filter(provider -> provider.can(purpose)).orElseThrow(EntryCheck::nobody);
    }

    private static URI address(@Nullable URI usual, String title, @Nullable String baseUrl) {
        URI given = base(baseUrl);
        URI address = given == null ? usual : given;
        if (address == null) {
            throw new NotValid("base_url", title + " has no usual address. Name yours.");
        }
        return address;
    }

    static @Nullable URI base(@Nullable String baseUrl) {
        if (baseUrl == null || baseUrl.isBlank()) {
            return null;
        }
        try {
            URI base = URI.create(baseUrl.strip());
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme) && base.getHost() != null) {
                return base;
            }
        } catch (IllegalArgumentException notOne) {
            // falls through to the refusal
        }
        throw new NotValid("base_url", "An address looks like https://api.example.com.");
    }

    static Purpose purpose(String code) {
        try {
            return Purpose.ofCode(code);
        } catch (NotValid none) {
            throw new NotValid("function", none.detail());
        }
    }

    LocalDate pricesAsOf() {
        return prices.asOf();
    }

    /** The organisation's own, or that of the list; empty where nobody knows it. */
    Optional<Price> price(ModelEntry entry) {
        ModelEntry.Prices own = entry.prices();
        if (own == null) {
            return prices.of(entry.provider(), entry.model());
        }
        Double cached = own.cachedInputPerMillionUsd();
        return Optional.of(new Price(
                own.inputPerMillionUsd(),
                cached == null ? own.inputPerMillionUsd() : cached,
                own.outputPerMillionUsd()));
    }
}
