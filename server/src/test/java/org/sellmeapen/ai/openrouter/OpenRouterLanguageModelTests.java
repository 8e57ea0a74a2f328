package org.sellmeapen.ai.openrouter;

import org.sellmeapen.ai.VendorLanguageModelContract;

class OpenRouterLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "openrouter";
    }
}
