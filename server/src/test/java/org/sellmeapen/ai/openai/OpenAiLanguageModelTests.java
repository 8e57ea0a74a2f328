package org.sellmeapen.ai.openai;

import org.sellmeapen.ai.VendorLanguageModelContract;

class OpenAiLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "openai";
    }
}
