package org.sellmeapen.ai.openai;

import org.sellmeapen.ai.EmbeddingModelContract;

class OpenAiEmbeddingModelTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "openai";
    }
}
