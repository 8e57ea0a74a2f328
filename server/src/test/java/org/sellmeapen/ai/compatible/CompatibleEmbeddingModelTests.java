package org.sellmeapen.ai.compatible;

import org.sellmeapen.ai.EmbeddingModelContract;

class CompatibleEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "compatible";
    }
}
