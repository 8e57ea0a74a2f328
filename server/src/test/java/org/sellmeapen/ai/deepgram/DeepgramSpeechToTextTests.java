package org.sellmeapen.ai.deepgram;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class DeepgramSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "deepgram";
    }
}
