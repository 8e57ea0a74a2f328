package org.sellmeapen.ai.groq;

import org.sellmeapen.ai.VendorLanguageModelContract;

class GroqLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "groq";
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
