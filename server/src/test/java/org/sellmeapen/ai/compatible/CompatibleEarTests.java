package org.sellmeapen.ai.compatible;

import org.sellmeapen.ai.VendorSpeechToTextContract;

class CompatibleEarTests extends VendorSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "compatible";
    }
}
