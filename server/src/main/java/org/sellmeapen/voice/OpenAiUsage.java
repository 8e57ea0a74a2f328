package org.sellmeapen.voice;

import org.sellmeapen.ai.RealtimeUsage;
import tools.jackson.databind.JsonNode;

/** What OpenAI says that an answer took. Where it does not tell sound from words, all of it counts as sound, the dearer one. */
final class OpenAiUsage {

    private OpenAiUsage() {}

    static RealtimeUsage of(JsonNode usage) {
        JsonNode in = usage.path("input_token_details");
        JsonNode out = usage.path("output_token_details");
        long textIn = in.path("text_tokens").asLong(0);
        long audioIn = in.path("audio_tokens").asLong(usage.path("input_tokens").asLong(0) - textIn);
        JsonNode known = in.path("cached_tokens_details");
        long textKnown = Math.min(
                textIn,
                known.path("text_tokens").asLong(in.path("cached_tokens").asLong(0)));
        long audioKnown = Math.min(audioIn, known.path("audio_tokens").asLong(0));
        long textOut = out.path("text_tokens").asLong(0);
        long audioOut =
                out.path("audio_tokens").asLong(usage.path("output_tokens").asLong(0) - textOut);
        return new RealtimeUsage(audioIn - audioKnown, audioKnown, audioOut, textIn - textKnown, textKnown, textOut);
    }
}
