package org.sellmeapen.ai.elevenlabs;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class ElevenLabsSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "elevenlabs";
    }
}
