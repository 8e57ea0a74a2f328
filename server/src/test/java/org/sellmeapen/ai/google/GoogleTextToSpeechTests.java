package org.sellmeapen.ai.google;

import org.sellmeapen.ai.VendorTextToSpeechContract;
import org.sellmeapen.simulators.Manner;

class GoogleTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "google";
    }

    @Override
    protected boolean tellsOf(Manner manner) {
        return manner != Manner.ERROR;
    }
}
