package org.sellmeapen.ai.openai;

import java.util.Map;
import org.sellmeapen.ai.VendorLanguageModelContract;

/** By chat completions, as an administrator may choose. */
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
