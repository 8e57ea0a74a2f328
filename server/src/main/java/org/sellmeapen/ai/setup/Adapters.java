package org.sellmeapen.ai.setup;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelList;
import org.sellmeapen.ai.Provider;
import org.sellmeapen.ai.Providers;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** Who makes the models themselves. A test has scripted ones. */
interface Adapters {

    List<Provider> all();

    LanguageModel language(
            Purpose purpose, Provider provider, Way way, @Nullable URI base, Secret key, ModelEntry entry);

    EmbeddingModel embedding(Provider provider, Way way, @Nullable URI base, Secret key, ModelEntry entry);

    Optional<ModelList> models(Provider provider, Way way, @Nullable URI base, Secret key);

    default Optional<Provider> find(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** @param clock by which some vendors want requests signed */
    static Adapters ofTheCatalogue(InstantSource clock) {
        return new Adapters() {
            @Override
            public List<Provider> all() {
                return Providers.all();
            }

            @Override
            public LanguageModel language(
                    Purpose purpose, Provider provider, Way way, @Nullable URI base, Secret key, ModelEntry entry) {
                Map<String, String> options = entry.optionsOrNone();
                return Providers.language(purpose, provider.id(), way, base, key, entry.model(), options, clock);
            }

            @Override
            public EmbeddingModel embedding(
                    Provider provider, Way way, @Nullable URI base, Secret key, ModelEntry entry) {
                return Providers.embedding(provider.id(), way, base, key, entry.model(), entry.optionsOrNone(), clock);
            }

            @Override
            public Optional<ModelList> models(Provider provider, Way way, @Nullable URI base, Secret key) {
                return Providers.models(provider.id(), way, base, key);
            }
        };
    }
}
