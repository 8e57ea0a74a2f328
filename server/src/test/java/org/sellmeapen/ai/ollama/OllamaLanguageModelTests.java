package org.sellmeapen.ai.ollama;

import org.sellmeapen.ai.VendorLanguageModelContract;

class OllamaLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "ollama";
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }

    @Override
    protected boolean tellsCached() {
        return false;
    }
}
