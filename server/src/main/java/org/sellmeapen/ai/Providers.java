package org.sellmeapen.ai;

import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.anthropic.AnthropicLanguageModel;
import org.sellmeapen.ai.azure.AzureEmbeddingModel;
import org.sellmeapen.ai.azure.AzureLanguageModel;
import org.sellmeapen.ai.bedrock.BedrockEmbeddingModel;
import org.sellmeapen.ai.bedrock.BedrockLanguageModel;
import org.sellmeapen.ai.compatible.CompatibleEmbeddingModel;
import org.sellmeapen.ai.compatible.CompatibleLanguageModel;
import org.sellmeapen.ai.deepseek.DeepSeekLanguageModel;
import org.sellmeapen.ai.gemini.GeminiEmbeddingModel;
import org.sellmeapen.ai.gemini.GeminiLanguageModel;
import org.sellmeapen.ai.groq.GroqLanguageModel;
import org.sellmeapen.ai.mistral.MistralEmbeddingModel;
import org.sellmeapen.ai.mistral.MistralLanguageModel;
import org.sellmeapen.ai.ollama.OllamaEmbeddingModel;
import org.sellmeapen.ai.ollama.OllamaLanguageModel;
import org.sellmeapen.ai.openai.OpenAiEmbeddingModel;
import org.sellmeapen.ai.openai.OpenAiLanguageModel;
import org.sellmeapen.ai.openrouter.OpenRouterLanguageModel;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.ListedModels;
import org.sellmeapen.ai.xai.XAiLanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/**
 * The catalogue: whom language models and embeddings can be had of, and how an adapter is made of each. Who stands here
 * passes the contract of what it is listed for; a test sees to it.
 */
public final class Providers {

    @FunctionalInterface
    private interface Maker<T> {
        T make(Way way, URI base, Secret key, String model, Map<String, String> options);
    }

    /** Some sign what they send, with the time. */
    @FunctionalInterface
    private interface TimedMaker<T> {
        T make(Way way, URI base, Secret key, String model, Map<String, String> options, InstantSource clock);
    }

    @FunctionalInterface
    private interface Listing {
        ModelList make(Way way, URI base, Secret key);
    }

    private record Made(
            Provider provider,
            @Nullable TimedMaker<LanguageModel> language,
            @Nullable TimedMaker<EmbeddingModel> embedding,
            @Nullable Listing listing) {}

    private static final Provider.Option EFFORT =
            new Provider.Option("effort", "how long a model that reasons may think", List.of());
    private static final Provider.Option SHAPE = new Provider.Option(
            "shape",
            "how JSON is asked for: by schema, as any object, or in words",
            List.of("schema", "object", "words"));

    private static final Map<String, Made> CATALOGUE = new LinkedHashMap<>();

    static {
        add(
                "openai",
                "OpenAI",
                OpenAiLanguageModel.BASE,
                List.of(
                        new Provider.Option("api", "which of its interfaces is used", List.of("responses", "chat")),
                        EFFORT),
                "United States, or the region of the project; answers are not stored, logs against abuse up to 30 days",
                timeless(OpenAiLanguageModel::new),
                timeless(OpenAiEmbeddingModel::new),
                family("openai"));
        add(
                "anthropic",
                "Anthropic",
                AnthropicLanguageModel.BASE,
                List.of(
                        new Provider.Option("shape", "how JSON is asked for", List.of("schema", "words")),
                        new Provider.Option(
                                "effort",
                                "how much thought an answer is worth",
                                List.of("", "low", "medium", "high", "xhigh", "max"))),
                "United States unless agreed otherwise; logs up to 30 days",
                timeless(AnthropicLanguageModel::new),
                null,
                (way, base, key) -> {
                    Line line = new Line("anthropic", way, base, key);
                    return ListedModels.ofFamily(line, "/v1", request -> AnthropicLanguageModel.asking(line, request));
                });
        add(
                "gemini",
                "Google Gemini",
                GeminiLanguageModel.BASE,
                List.of(new Provider.Option(
                        "thinking",
                        "how many tokens a model may think; of later ones how deeply: minimal to high",
                        List.of())),
                "wherever Google has room; without billing what is sent may be used to train",
                timeless(GeminiLanguageModel::new),
                timeless(GeminiEmbeddingModel::new),
                (way, base, key) -> {
                    Line line = new Line("gemini", way, base, key);
                    return new ListedModels(
                            line,
                            GeminiLanguageModel.asking(line, line.get(line.at("/v1beta", "/models?pageSize=1000"))),
                            "models",
                            model ->
                                    GeminiLanguageModel.plain(model.path("name").asString("")));
                });
        add(
                "deepseek",
                "DeepSeek",
                DeepSeekLanguageModel.BASE,
                List.of(new Provider.Option(
                        "effort", "how long a model may think", List.of("", "none", "low", "high", "max"))),
                "China",
                timeless(DeepSeekLanguageModel::new),
                null,
                family("deepseek"));
        add(
                "groq",
                "Groq",
                GroqLanguageModel.BASE,
                List.of(SHAPE, EFFORT),
                "United States and other places of its own",
                timeless(GroqLanguageModel::new),
                null,
                family("groq"));
        add(
                "mistral",
                "Mistral",
                MistralLanguageModel.BASE,
                List.of(new Provider.Option(
                        "effort", "whether a model that reasons does", List.of("", "none", "high"))),
                "European Union by default",
                timeless(MistralLanguageModel::new),
                timeless(MistralEmbeddingModel::new),
                family("mistral"));
        add(
                "xai",
                "xAI",
                XAiLanguageModel.BASE,
                List.of(EFFORT),
                "United States",
                timeless(XAiLanguageModel::new),
                null,
                family("xai"));
        add(
                "azure",
                "Azure OpenAI",
                null,
                List.of(EFFORT),
                "the region of the resource, or the zone its deployment names",
                timeless(AzureLanguageModel::new),
                timeless(AzureEmbeddingModel::new),
                (way, base, key) -> {
                    Line line = new Line("azure", way, base, key);
                    return ListedModels.ofFamily(
                            line,
                            "/openai/v1",
                            request -> request.header("api-key", key.value()).build());
                });
        add(
                "bedrock",
                "AWS Bedrock",
                null,
                List.of(
                        new Provider.Option("region", "where the address does not say it", List.of()),
                        new Provider.Option("shape", "how JSON is asked for", List.of("schema", "words"))),
                "the region of the address; profiles that cross regions stay in theirs",
                BedrockLanguageModel::new,
                BedrockEmbeddingModel::new,
                null);
        add(
                "openrouter",
                "OpenRouter",
                OpenRouterLanguageModel.BASE,
                List.of(
                        new Provider.Option(
                                "data_collection",
                                "whether those it passes on to may keep what they are sent",
                                List.of("deny", "allow")),
                        EFFORT),
                "United States, and wherever the one stands that it passes on to",
                timeless(OpenRouterLanguageModel::new),
                null,
                family("openrouter"));
        add(
                "ollama",
                "Ollama",
                OllamaLanguageModel.BASE,
                List.of(new Provider.Option(
                        "think",
                        "whether a model that can think does, or how much",
                        List.of("", "false", "true", "low", "medium", "high", "max"))),
                "where the server stands",
                timeless(OllamaLanguageModel::new),
                timeless(OllamaEmbeddingModel::new),
                (way, base, key) -> {
                    Line line = new Line("ollama", way, base, key);
                    return new ListedModels(
                            line,
                            line.bearing(line.get(line.at("/api", "/tags"))),
                            "models",
                            model -> model.path("name").asString(""));
                });
        add(
                "compatible",
                "OpenAI-compatible server",
                null,
                List.of(SHAPE),
                "where the server stands",
                timeless(CompatibleLanguageModel::new),
                timeless(CompatibleEmbeddingModel::new),
                family("compatible"));
    }

    private Providers() {}

    private static void add(
            String id,
            String title,
            @Nullable URI base,
            List<Provider.Option> options,
            String region,
            TimedMaker<LanguageModel> language,
            @Nullable TimedMaker<EmbeddingModel> embedding,
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

    private static <T> TimedMaker<T> timeless(Maker<T> maker) {
        return (way, base, key, model, options, _) -> maker.make(way, base, key, model, options);
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
     * @param clock for those who sign what they send
     * @throws IllegalArgumentException when there is no such provider, it cannot do this, it has no usual address,
     *     or an option says what it cannot
     */
    public static LanguageModel language(
            Purpose purpose,
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            InstantSource clock) {
        Made made = made(id);
        if (made.language() == null || !made.provider().can(purpose)) {
            throw new IllegalArgumentException(id + " is not for " + purpose.code());
        }
        made.provider().check(options);
        return made.language().make(way, address(made, base), key, model, options, clock);
    }

    /** As {@link #language}. */
    public static EmbeddingModel embedding(
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            InstantSource clock) {
        Made made = made(id);
        if (made.embedding() == null) {
            throw new IllegalArgumentException(id + " is not for " + Purpose.EMBED.code());
        }
        return made.embedding().make(way, address(made, base), key, model, options, clock);
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
