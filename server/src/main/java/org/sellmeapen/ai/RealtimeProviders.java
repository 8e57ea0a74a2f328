package org.sellmeapen.ai;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of those who hear and speak in one. Who stands here passes the contract of the live loop's vendors; a test
 * sees to it.
 */
public final class RealtimeProviders {

    public static final String OPENAI = "openai";
    public static final String GEMINI = "gemini";

    /** Of whom the mind's words are spoken as it decided them; else it steers the answer after. */
    public static final String STEERING = "steering";

    public static final String EACH_TURN = "each-turn";
    public static final String ONE_TURN_LATE = "one-turn-late";

    /** Of whom what was said is written down. */
    public static final String TRANSCRIBER = "transcriber";

    public static final String USUAL_TRANSCRIBER = "gpt-4o-mini-transcribe";

    private static final List<SpeechProvider> ALL = List.of(
            new SpeechProvider(
                    OPENAI,
                    "OpenAI Realtime",
                    URI.create("wss://api.openai.com"),
                    "",
                    true,
                    "",
                    "gpt-realtime",
                    Set.of(SpeechProvider.Gift.PARTIALS, SpeechProvider.Gift.STREAMED),
                    List.of(
                            new Provider.Option(
                                    STEERING,
                                    "each-turn: every answer is decided here before it is spoken (usual);"
                                            + " one-turn-late: quicker, it answers by itself and is steered afterwards",
                                    List.of(EACH_TURN, ONE_TURN_LATE)),
                            new Provider.Option(
                                    TRANSCRIBER,
                                    "the model that writes down what was said; usually " + USUAL_TRANSCRIBER,
                                    List.of())),
                    "United States, or the region of the project"),
            new SpeechProvider(
                    GEMINI,
                    "Google Gemini Live",
                    URI.create("wss://generativelanguage.googleapis.com"),
                    "",
                    true,
                    "",
                    "gemini-2.5-flash-native-audio-preview-09-2025",
                    Set.of(SpeechProvider.Gift.PARTIALS, SpeechProvider.Gift.STREAMED),
                    List.of(),
                    "wherever Google has room; it answers by itself and is steered one turn late"));

    private RealtimeProviders() {}

    /** In the order in which they are shown. */
    public static List<SpeechProvider> all() {
        return ALL;
    }

    public static Optional<SpeechProvider> find(String id) {
        return ALL.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
