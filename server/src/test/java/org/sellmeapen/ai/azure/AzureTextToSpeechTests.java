package org.sellmeapen.ai.azure;

import org.sellmeapen.ai.VendorTextToSpeechContract;

class AzureTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "azure";
    }
}
