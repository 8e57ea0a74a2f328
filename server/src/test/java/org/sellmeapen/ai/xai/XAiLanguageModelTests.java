package org.sellmeapen.ai.xai;

import org.sellmeapen.ai.VendorLanguageModelContract;

class XAiLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "xai";
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
