package org.sellmeapen.ai.compatible;

import org.sellmeapen.ai.VendorTextToSpeechContract;

class CompatibleMouthTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "compatible";
    }
}
