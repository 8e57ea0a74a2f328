package org.sellmeapen.ai;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechProvider.Gift;
import org.sellmeapen.ai.assemblyai.AssemblyAiSpeechToText;
import org.sellmeapen.ai.azure.AzureSpeechToText;
import org.sellmeapen.ai.azure.AzureTextToSpeech;
import org.sellmeapen.ai.cartesia.CartesiaTextToSpeech;
import org.sellmeapen.ai.deepgram.DeepgramSpeechToText;
import org.sellmeapen.ai.deepgram.DeepgramTextToSpeech;
import org.sellmeapen.ai.elevenlabs.ElevenLabsSpeechToText;
import org.sellmeapen.ai.elevenlabs.ElevenLabsTextToSpeech;
import org.sellmeapen.ai.google.GoogleSpeechToText;
import org.sellmeapen.ai.google.GoogleTextToSpeech;
import org.sellmeapen.ai.groq.GroqLanguageModel;
import org.sellmeapen.ai.openai.OpenAiLanguageModel;
import org.sellmeapen.ai.polly.PollyTextToSpeech;
import org.sellmeapen.ai.sound.FamilySpeechToText;
import org.sellmeapen.ai.sound.FamilyTextToSpeech;
import org.sellmeapen.ai.vosk.VoskSpeechToText;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/**
 * The catalogue of ears and mouths: whom they can be had of, and how an adapter is made of each. Who stands here passes the
 * contract of what it is listed for; a test sees to it.
 */
public final class SpeechProviders {

    @FunctionalInterface
    private interface Maker<T> {
        T make(Way way, URI base, Secret key, String model, Map<String, String> options, Hands hands);
    }

    /**
     * What some adapters need from outside.
     *
     * @param clock by which requests are signed
     */
    public record Hands(Timing timing, InstantSource clock) {}

    private record Made<T>(SpeechProvider provider, Maker<T> maker) {}

    private static final Provider.Option VOICES = new Provider.Option(
            "voices",
            "voices that persons are given in turn, with commas between; de:name is for one language",
            List.of());

    private static final Provider.Option MARKS = new Provider.Option(
            "marks", "times of words and mouth shapes, for which each text is counted twice", List.of("true", "false"));
    private static final Provider.Option REGION =
            new Provider.Option("region", "where the address does not say it", List.of());

    private static final Map<String, Made<SpeechToText>> EARS = new LinkedHashMap<>();
    private static final Map<String, Made<TextToSpeech>> MOUTHS = new LinkedHashMap<>();

    static {
        ear(
                "openai",
                "OpenAI",
                OpenAiLanguageModel.BASE,
                "whisper-1",
                Set.of(Gift.WORD_TIMES, Gift.FILES),
                List.of(),
                "United States, or the region of the project",
                (way, base, key, model, options, hands) ->
                        new FamilySpeechToText("openai", way, base, key, model, options, hands.timing()));
        ear(
                "deepgram",
                "Deepgram",
                DeepgramTextToSpeech.BASE,
                "nova-3",
                Set.of(Gift.PARTIALS, Gift.WORD_TIMES, Gift.HESITATIONS, Gift.FILES),
                List.of(new Provider.Option(
                        "keep", "whether what is heard may be kept to train on", List.of("false", "true"))),
                "United States; an address of its own for the European Union",
                timed(DeepgramSpeechToText::new));
        ear(
                "assemblyai",
                "AssemblyAI",
                AssemblyAiSpeechToText.BASE,
                "",
                Set.of(Gift.PARTIALS, Gift.WORD_TIMES),
                List.of(),
                "United States; streaming.eu.assemblyai.com for the European Union",
                timed(AssemblyAiSpeechToText::new));
        ear(
                "groq",
                "Groq",
                GroqLanguageModel.BASE,
                "whisper-large-v3-turbo",
                Set.of(Gift.WORD_TIMES, Gift.FILES),
                List.of(),
                "United States and other places of its own",
                (way, base, key, model, options, hands) ->
                        new FamilySpeechToText("groq", way, base, key, model, options, hands.timing()));
        ear(
                "elevenlabs",
                "ElevenLabs",
                ElevenLabsTextToSpeech.BASE,
                "scribe_v2_realtime",
                Set.of(Gift.PARTIALS, Gift.WORD_TIMES, Gift.HESITATIONS, Gift.FILES),
                List.of(),
                "United States; other regions by agreement",
                timed(ElevenLabsSpeechToText::new));
        ear(
                "google",
                "Google Cloud Speech",
                GoogleSpeechToText.BASE,
                "",
                Set.of(Gift.WORD_TIMES),
                List.of(),
                "wherever Google has room, or the region of the address",
                timed(GoogleSpeechToText::new));
        ear(
                "azure",
                "Azure Speech",
                null,
                "",
                Set.of(Gift.WORD_TIMES, Gift.FILES),
                List.of(),
                "the region of the address",
                timed(AzureSpeechToText::new));
        ear(
                "compatible",
                "OpenAI-compatible server",
                null,
                "whisper-1",
                Set.of(Gift.WORD_TIMES, Gift.FILES),
                List.of(),
                "where the server stands",
                (way, base, key, model, options, hands) ->
                        new FamilySpeechToText("compatible", way, base, key, model, options, hands.timing()));
        ear(
                "vosk",
                "Vosk",
                null,
                "",
                Set.of(Gift.PARTIALS, Gift.WORD_TIMES),
                List.of(),
                "where the server stands",
                (way, base, _, _, _, hands) ->
                        new VoskSpeechToText(way, base, VoskSpeechToText.Limits.USUAL, hands.timing()));

        mouth(
                "openai",
                "OpenAI",
                OpenAiLanguageModel.BASE,
                "gpt-4o-mini-tts",
                Set.of(Gift.STREAMED),
                "United States, or the region of the project",
                (way, base, key, model, options, _) -> new FamilyTextToSpeech(
                        "openai", way, base, key, model, options, "ash,coral,echo,nova,onyx,sage,ballad,shimmer"));
        mouth(
                "elevenlabs",
                "ElevenLabs",
                ElevenLabsTextToSpeech.BASE,
                "eleven_flash_v2_5",
                Set.of(Gift.STREAMED, Gift.WORD_TIMES),
                "United States; other regions by agreement",
                plain(ElevenLabsTextToSpeech::new));
        mouth(
                "deepgram",
                "Deepgram",
                DeepgramTextToSpeech.BASE,
                "",
                Set.of(Gift.STREAMED),
                "United States; an address of its own for the European Union",
                plain(DeepgramTextToSpeech::new));
        mouth(
                "cartesia",
                "Cartesia",
                CartesiaTextToSpeech.BASE,
                "sonic-3",
                Set.of(Gift.STREAMED, Gift.WORD_TIMES),
                "United States",
                plain(CartesiaTextToSpeech::new));
        mouth(
                "google",
                "Google Cloud Text-to-Speech",
                GoogleTextToSpeech.BASE,
                "Chirp3-HD",
                Set.of(),
                "wherever Google has room, or the region of the address",
                plain(GoogleTextToSpeech::new));
        mouth(
                "azure",
                "Azure Speech",
                null,
                "",
                Set.of(Gift.STREAMED),
                "the region of the address",
                plain(AzureTextToSpeech::new));
        mouth(
                "polly",
                "Amazon Polly",
                null,
                "neural",
                Set.of(Gift.STREAMED, Gift.WORD_TIMES, Gift.VISEMES),
                "the region of the address",
                (way, base, key, model, options, hands) ->
                        new PollyTextToSpeech(way, base, key, model, options, hands.clock()));
        mouth(
                "compatible",
                "OpenAI-compatible server",
                null,
                "tts-1",
                Set.of(Gift.STREAMED),
                "where the server stands",
                (way, base, key, model, options, _) ->
                        new FamilyTextToSpeech("compatible", way, base, key, model, options, "alloy"));
    }

    private SpeechProviders() {}

    @FunctionalInterface
    private interface Plain<T> {
        T make(Way way, URI base, Secret key, String model, Map<String, String> options);
    }

    @FunctionalInterface
    private interface Timed<T> {
        T make(Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing);
    }

    private static <T> Maker<T> timed(Timed<? extends T> maker) {
        return (way, base, key, model, options, hands) -> maker.make(way, base, key, model, options, hands.timing());
    }

    /** Of an adapter that plans nothing for later. */
    private static <T> Maker<T> plain(Plain<? extends T> maker) {
        return (way, base, key, model, options, _) -> maker.make(way, base, key, model, options);
    }

    private static void ear(
            String id,
            String title,
            @Nullable URI base,
            String model,
            Set<Gift> gives,
            List<Provider.Option> options,
            String region,
            Maker<SpeechToText> maker) {
        String hint = switch (id) {
            case "azure" -> "https://{region}.api.cognitive.microsoft.com";
            case "vosk" -> "ws://{server}:2700";
            default -> "";
        };
        EARS.put(
                id,
                new Made<>(
                        new SpeechProvider(id, title, base, hint, needsKey(id), "", model, gives, options, region),
                        maker));
    }

    private static void mouth(
            String id,
            String title,
            @Nullable URI base,
            String model,
            Set<Gift> gives,
            String region,
            Maker<TextToSpeech> maker) {
        String hint = switch (id) {
            case "azure" -> "https://{region}.tts.speech.microsoft.com";
            case "polly" -> "https://polly.{region}.amazonaws.com";
            default -> "";
        };
        List<Provider.Option> options = id.equals("polly") ? List.of(VOICES, MARKS, REGION) : List.of(VOICES);
        String key = id.equals("polly") ? "access key id:secret access key, and :session token if there is one" : "";
        MOUTHS.put(
                id,
                new Made<>(
                        new SpeechProvider(id, title, base, hint, needsKey(id), key, model, gives, options, region),
                        maker));
    }

    private static boolean needsKey(String id) {
        return !id.equals("compatible") && !id.equals("vosk");
    }

    /** In the order in which they are shown. */
    public static List<SpeechProvider> ears() {
        return EARS.values().stream().map(Made::provider).toList();
    }

    /** As {@link #ears()}. */
    public static List<SpeechProvider> mouths() {
        return MOUTHS.values().stream().map(Made::provider).toList();
    }

    /**
     * @param base null for the usual one
     * @param model as the vendor names it; empty for the usual one
     * @param options of {@link SpeechProvider#options()}; unknown ones are not minded
     * @throws IllegalArgumentException when there is no such provider, or it has no usual address
     */
    public static SpeechToText ear(
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            Hands hands) {
        return make(EARS, id, way, base, key, model, options, hands);
    }

    /** As {@link #ear}. */
    public static TextToSpeech mouth(
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            Hands hands) {
        return make(MOUTHS, id, way, base, key, model, options, hands);
    }

    /** Of an ear that hears whole recordings too; empty where it does not. */
    public static Optional<FileTranscription> files(
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            Hands hands) {
        return ear(id, way, base, key, model, options, hands) instanceof FileTranscription files
                ? Optional.of(files)
                : Optional.empty();
    }

    private static <T> T make(
            Map<String, Made<T>> catalogue,
            String id,
            Way way,
            @Nullable URI base,
            Secret key,
            String model,
            Map<String, String> options,
            Hands hands) {
        Made<T> made = catalogue.get(id);
        if (made == null) {
            throw new IllegalArgumentException("no such provider of speech: " + id);
        }
        URI address = base == null ? made.provider().base() : base;
        if (address == null) {
            throw new IllegalArgumentException(id + " has no usual address");
        }
        String named = model.isBlank() ? made.provider().model() : model;
        return made.maker().make(way, address, key, named, options, hands);
    }
}
