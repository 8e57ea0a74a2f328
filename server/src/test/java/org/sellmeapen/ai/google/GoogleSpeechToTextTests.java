package org.sellmeapen.ai.google;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class GoogleSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "google";
    }
}
