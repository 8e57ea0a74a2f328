package org.sellmeapen.ai.anthropic;

import org.sellmeapen.ai.VendorLanguageModelContract;

class AnthropicLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "anthropic";
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }
}
