package org.sellmeapen.ai.compatible;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.VendorLanguageModelContract;

/** A server that holds its model to no shape. */
@DisplayName("Compatible, asked in words")
class CompatibleAskedInWordsTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "compatible";
    }

    @Override
    protected Map<String, String> options() {
        return Map.of("shape", "words");
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }
}
