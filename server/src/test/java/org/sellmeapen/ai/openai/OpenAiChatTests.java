package org.sellmeapen.ai.openai;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.VendorLanguageModelContract;

/** By chat completions, as an administrator may choose. */
@DisplayName("OpenAI (chat)")
class OpenAiChatTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "openai";
    }

    @Override
    protected Map<String, String> options() {
        return Map.of("api", "chat");
    }
}
