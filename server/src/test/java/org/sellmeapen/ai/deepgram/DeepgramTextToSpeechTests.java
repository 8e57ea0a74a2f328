package org.sellmeapen.ai.deepgram;

import org.sellmeapen.ai.VendorTextToSpeechContract;

class DeepgramTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "deepgram";
    }
}
