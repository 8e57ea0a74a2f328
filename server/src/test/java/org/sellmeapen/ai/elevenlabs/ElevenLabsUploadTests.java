package org.sellmeapen.ai.elevenlabs;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.VendorSpeechToTextContract;

/** The model of files, as an administrator may choose. */
@DisplayName("ElevenLabs (uploaded)")
class ElevenLabsUploadTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "elevenlabs";
    }

    @Override
    protected String model() {
        return "scribe_v2";
    }

    @Override
    protected boolean partials() {
        return false;
    }
}
