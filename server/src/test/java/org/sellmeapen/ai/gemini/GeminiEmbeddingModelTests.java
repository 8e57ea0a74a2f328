package org.sellmeapen.ai.gemini;

import org.sellmeapen.ai.EmbeddingModelContract;

class GeminiEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "gemini";
    }
}
