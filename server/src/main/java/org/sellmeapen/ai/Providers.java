package org.sellmeapen.ai;

import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.compatible.CompatibleLanguageModel;
import org.sellmeapen.ai.openai.OpenAiLanguageModel;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.ListedModels;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/**
 * The catalogue: whom language models and embeddings can be had of, and how an adapter is made of each. Who stands here
 * passes the contract of what it is listed for; a test sees to it.
 */
public final class Providers {

    @FunctionalInterface
    private interface Language {
        LanguageModel make(Way way, URI base, Secret key, String model, Map<String, String> options);
    }

    @FunctionalInterface
    private interface Embedding {
        EmbeddingModel make(Way way, URI base, Secret key, String model, Map<String, String> options);
    }

    @FunctionalInterface
    private interface Listing {
        ModelList make(Way way, URI base, Secret key);
    }

    private record Made(Provider provider, @Nullable Language language, @Nullable Embedding embedding, @Nullable Listing listing) {}

    private static final Provider.Option EFFORT =
            new Provider.Option("effort", "how long a model that reasons may think", List.of());
    private static final Provider.Option SHAPE = new Provider.Option(
            "shape", "how JSON is asked for: by schema, as any object, or in words", List.of("schema", "object", "words"));

    private static final Map<String, Made> CATALOGUE = new LinkedHashMap<>();

    static {
        add(
                "openai",
                "OpenAI",
                OpenAiLanguageModel.BASE,
                List.of(
                        new Provider.Option("api", "which of its interfaces is used", List.of("responses", "chat")),
                        EFFORT),
                "United States, or the region of the project; nothing is stored with the answer, abuse logs up to 30 days",
                OpenAiLanguageModel::new,
                null,
                family("openai"));
        add(
                "compatible",
                "OpenAI-compatible server",
                null,
                List.of(SHAPE),
                "where the server stands",
                CompatibleLanguageModel::new,
                null,
                family("compatible"));
    }

    private Providers() {}

    private static void add(
            String id,
            String title,
            @Nullable URI base,
            List<Provider.Option> options,
            String region,
            Language language,
            @Nullable Embedding embedding,
            @Nullable Listing listing) {
        Set<Purpose> purposes = EnumSet.of(Purpose.TALK, Purpose.JUDGE);
        if (embedding != null) {
            purposes.add(Purpose.EMBED);
        }
        boolean needsKey = !id.equals("compatible") && !id.equals("ollama");
        String hint = id.equals("bedrock") ? "access key id:secret access key, and :session token if there is one" : "";
        CATALOGUE.put(
                id,
                new Made(
                        new Provider(id, title, base, needsKey, hint, purposes, listing != null, options, region),
                        language,
                        embedding,
                        listing));
    }

    private static Listing family(String id) {
        return (way, base, key) -> ListedModels.ofFamily(new Line(id, way, base, key), "/v1");
    }

    /** In the order in which they are shown. */
    public static List<Provider> all() {
        return CATALOGUE.values().stream().map(Made::provider).toList();
    }

    public static Optional<Provider> find(String id) {
        return Optional.ofNullable(CATALOGUE.get(id)).map(Made::provider);
    }

    /**
     * @param purpose {@link Purpose#TALK} or {@link Purpose#JUDGE}
     * @param base null for the usual one
     * @param model as the vendor names it
     * @param options of {@link Provider#options()}; unknown ones are not minded
     * @throws IllegalArgumentException when there is no such provider, it cannot do this, or it has no usual address
     */
    public static LanguageModel language(
            Purpose purpose,
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options) {
        Made made = made(id);
        if (made.language() == null || !made.provider().can(purpose)) {
            throw new IllegalArgumentException(id + " is not for " + purpose.code());
        }
        return made.language().make(way, address(made, base), key, model, options);
    }

    /** As {@link #language}. */
    public static EmbeddingModel embedding(
            String id, Way way, @Nullable URI base, Secret key, String model, Map<String, String> options) {
        Made made = made(id);
        if (made.embedding() == null) {
            throw new IllegalArgumentException(id + " is not for " + Purpose.EMBED.code());
        }
        return made.embedding().make(way, address(made, base), key, model, options);
    }

    /** Empty where the vendor does not list its models. */
    public static Optional<ModelList> models(String id, Way way, @Nullable URI base, Secret key) {
        Made made = made(id);
        return made.listing() == null
                ? Optional.empty()
                : Optional.of(made.listing().make(way, address(made, base), key));
    }

    private static Made made(String id) {
        Made made = CATALOGUE.get(id);
        if (made == null) {
            throw new IllegalArgumentException("no such provider: " + id);
        }
        return made;
    }

    private static URI address(Made made, @Nullable URI base) {
        URI address = base == null ? made.provider().base() : base;
        if (address == null) {
            throw new IllegalArgumentException(made.provider().id() + " has no usual address");
        }
        return address;
    }
}
