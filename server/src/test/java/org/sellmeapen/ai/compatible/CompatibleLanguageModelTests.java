package org.sellmeapen.ai.compatible;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.VendorLanguageModelContract;

@DisplayName("Compatible")
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
