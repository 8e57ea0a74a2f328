package org.sellmeapen.ai.groq;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class GroqSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "groq";
    }
}
