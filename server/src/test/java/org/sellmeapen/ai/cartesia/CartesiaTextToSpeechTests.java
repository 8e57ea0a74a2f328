package org.sellmeapen.ai.cartesia;

import org.sellmeapen.ai.VendorTextToSpeechContract;
import org.sellmeapen.simulators.Manner;

class CartesiaTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "cartesia";
    }

    @Override
    protected boolean tellsOf(Manner manner) {
        return true;
    }
}
