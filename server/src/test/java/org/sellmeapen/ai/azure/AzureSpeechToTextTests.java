package org.sellmeapen.ai.azure;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class AzureSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "azure";
    }
}
