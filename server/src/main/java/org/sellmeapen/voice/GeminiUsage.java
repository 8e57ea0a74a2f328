package org.sellmeapen.voice;

import org.sellmeapen.ai.RealtimeUsage;
import tools.jackson.databind.JsonNode;

/** What Gemini says that an answer took. What it does not tell the kind of counts as sound, the dearer one. */
final class GeminiUsage {

    private GeminiUsage() {}

    static RealtimeUsage of(JsonNode usage) {
        long textIn = text(usage.path("promptTokensDetails"));
        long textOut = text(usage.path("responseTokensDetails"));
        return new RealtimeUsage(
                Math.max(0, usage.path("promptTokenCount").asLong(0) - textIn),
                0,
                Math.max(0, usage.path("responseTokenCount").asLong(0) - textOut),
                textIn,
                0,
                textOut);
    }

    private static long text(JsonNode details) {
        long text = 0;
        for (JsonNode one : details) {
            if (one.path("modality").asString("").equals("TEXT")) {
                text += one.path("tokenCount").asLong(0);
            }
        }
        return text;
    }
}
