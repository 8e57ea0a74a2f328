package org.sellmeapen.ai.azure;

import org.sellmeapen.ai.EmbeddingModelContract;

class AzureEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "azure";
    }
}
