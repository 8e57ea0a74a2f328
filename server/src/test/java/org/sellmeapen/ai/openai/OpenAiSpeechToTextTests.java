package org.sellmeapen.ai.openai;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class OpenAiSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "openai";
    }
}
