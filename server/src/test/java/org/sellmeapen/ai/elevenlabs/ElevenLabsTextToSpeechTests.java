package org.sellmeapen.ai.elevenlabs;

import org.sellmeapen.ai.VendorTextToSpeechContract;
import org.sellmeapen.simulators.Manner;

class ElevenLabsTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "elevenlabs";
    }

    @Override
    protected boolean tellsOf(Manner manner) {
        return manner != Manner.SHORT;
    }
}
