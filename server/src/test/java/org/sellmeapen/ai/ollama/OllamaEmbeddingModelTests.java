package org.sellmeapen.ai.ollama;

import org.sellmeapen.ai.EmbeddingModelContract;

class OllamaEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "ollama";
    }
}
