package org.sellmeapen.ai.setup;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.budget.Price;
import org.sellmeapen.ai.budget.PriceTable;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.KeyId;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Whether what an administrator wrote can work at all; what can only be known by asking the vendor is for a test. */
@Component
class EntryCheck {

    private final Adapters adapters;
    private final PriceTable prices;
    private final Connections connections;

    EntryCheck(Adapters adapters, PriceTable prices, Connections connections) {
        this.adapters = adapters;
        this.prices = prices;
        this.connections = connections;
    }

    /** One function's entries with where each of them goes. */
    record Place(Purpose purpose, URI address) {}

    /** @return every place that the functions lead to */
    List<Place> places(OrganisationId organisation, List<FunctionModels> functions) {
        List<Place> places = new ArrayList<>();
        Set<Purpose> seen = new HashSet<>();
        for (FunctionModels function : functions) {
            Purpose purpose = purpose(function.function());
            if (!seen.add(purpose)) {
                throw new NotValid("functions", "Each function once.");
            }
            Set<String> models = new HashSet<>();
            for (ModelEntry entry : function.entries()) {
                if (!models.add(entry.provider() + "\n" + entry.model())) {
                    throw new NotValid("entries", "Each model of a provider once; spending is counted by it.");
                }
                places.add(place(organisation, purpose, entry));
            }
        }
        return places;
    }

    Place place(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        Provider provider = provider(purpose, entry.provider());
        if (entry.model().isBlank() || entry.model().chars().anyMatch(Character::isISOControl)) {
            throw new NotValid("model", "As the vendor names it.");
        }
        if (entry.keyId() == null && provider.needsKey()) {
            throw new NotValid("key_id", provider.title() + " answers nobody without a key.");
        }
        if (entry.keyId() != null && !connections.hasKey(organisation, new KeyId(entry.keyId()))) {
            throw new NotValid("key_id", "There is no such key.");
        }
        if (entry.monthlyCapUsd() != null && price(entry).isEmpty()) {
            throw new NotValid("prices", "No price of this model is known; a cap needs one.");
        }
        URI address = address(provider, entry.baseUrl());
        connections.host(address);
        return new Place(purpose, address);
    }

    Provider provider(Purpose purpose, String id) {
        return adapters.find(id)
                .filter(provider -> provider.can(purpose))
                .orElseThrow(() -> new NotValid("provider", "None of the catalogue that can do this."));
    }

    URI address(Provider provider, @Nullable String baseUrl) {
        URI given = base(baseUrl);
        URI address = given == null ? provider.base() : given;
        if (address == null) {
            throw new NotValid("base_url", provider.title() + " has no usual address; name yours.");
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
            if ((scheme.equals("https") || scheme.equals("http")) && base.getHost() != null) {
                return base;
            }
        } catch (IllegalArgumentException notOne) {
            // falls through to the refusal
        }
        throw new NotValid("base_url", "An address such as https://api.example.com.");
    }

    static Purpose purpose(String code) {
        try {
            return Purpose.ofCode(code);
        } catch (NotValid none) {
            throw new NotValid("function", none.message());
        }
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
