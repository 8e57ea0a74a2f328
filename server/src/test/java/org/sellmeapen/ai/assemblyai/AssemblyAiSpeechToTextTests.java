package org.sellmeapen.ai.assemblyai;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class AssemblyAiSpeechToTextTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "assemblyai";
    }
}
