package org.sellmeapen.ai.openai;

import org.sellmeapen.ai.VendorTextToSpeechContract;

class OpenAiTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "openai";
    }
}
