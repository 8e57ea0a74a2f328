package org.sellmeapen.ai.gemini;

import org.sellmeapen.ai.VendorLanguageModelContract;

class GeminiLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "gemini";
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }
}
