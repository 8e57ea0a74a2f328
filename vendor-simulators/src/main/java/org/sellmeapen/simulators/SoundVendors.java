package org.sellmeapen.simulators;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Whom of the ears and mouths there is a simulator of. */
public final class SoundVendors {

    private static final Map<String, Supplier<SoundVendor>> VENDORS = new LinkedHashMap<>();

    static {
        VENDORS.put("openai", () -> new FamilySound("openai", "/v1", true));
        VENDORS.put("groq", () -> new FamilySound("groq", "/openai/v1", true));
        VENDORS.put("compatible", () -> new FamilySound("compatible", "/v1", false));
        VENDORS.put("deepgram", DeepgramSound::new);
        VENDORS.put("assemblyai", AssemblyAiSound::new);
        VENDORS.put("elevenlabs", ElevenLabsSound::new);
        VENDORS.put("cartesia", CartesiaSound::new);
        VENDORS.put("google", GoogleSound::new);
        VENDORS.put("azure", AzureSound::new);
        VENDORS.put("polly", PollySound::new);
        VENDORS.put("openai-realtime", OpenAiRealtime::new);
        VENDORS.put("gemini-live", GeminiLive::new);
    }

    private SoundVendors() {}

    public static Set<String> all() {
        return new TreeSet<>(VENDORS.keySet());
    }

    static SoundVendor vendor(String id) {
        Supplier<SoundVendor> vendor = VENDORS.get(id);
        if (vendor == null) {
            throw new IllegalArgumentException("no simulator of " + id);
        }
        return vendor.get();
    }

    static String bearer(Request request) {
        String said = request.header("authorization");
        return said.startsWith("Bearer ") ? said.substring(7) : "";
    }
}
