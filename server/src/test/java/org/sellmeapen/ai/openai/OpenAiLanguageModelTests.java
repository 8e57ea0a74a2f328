package org.sellmeapen.ai.openai;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.VendorLanguageModelContract;

@DisplayName("OpenAI (Responses)")
class OpenAiLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "openai";
    }
}
