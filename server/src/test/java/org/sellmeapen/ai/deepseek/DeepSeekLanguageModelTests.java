package org.sellmeapen.ai.deepseek;

import org.sellmeapen.ai.VendorLanguageModelContract;

class DeepSeekLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "deepseek";
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }
}
