package org.sellmeapen.ai.mistral;

import org.sellmeapen.ai.EmbeddingModelContract;

class MistralEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "mistral";
    }
}
