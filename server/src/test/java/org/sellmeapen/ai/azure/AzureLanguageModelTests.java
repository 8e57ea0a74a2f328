package org.sellmeapen.ai.azure;

import org.sellmeapen.ai.VendorLanguageModelContract;

class AzureLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "azure";
    }
}
