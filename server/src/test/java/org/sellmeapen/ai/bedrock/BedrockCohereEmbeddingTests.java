package org.sellmeapen.ai.bedrock;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.EmbeddingModelContract;

@DisplayName("AWS Bedrock (Cohere)")
class BedrockCohereEmbeddingTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "bedrock";
    }

    @Override
    protected String modelName() {
        return "eu.cohere.embed-v4:0";
    }

    @Override
    protected String wrongKey() {
        return "AKIANOBODY:not-the-secret";
    }
}
