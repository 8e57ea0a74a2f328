package org.sellmeapen.ai.mistral;

import org.sellmeapen.ai.VendorLanguageModelContract;

class MistralLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "mistral";
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }
}
