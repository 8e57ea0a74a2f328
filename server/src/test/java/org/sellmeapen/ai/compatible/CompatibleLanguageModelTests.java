package org.sellmeapen.ai.compatible;

import org.sellmeapen.ai.VendorLanguageModelContract;

class CompatibleLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "compatible";
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
