package org.sellmeapen.ai.bedrock;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.EmbeddingModelContract;

@DisplayName("AWS Bedrock (Titan)")
class BedrockTitanEmbeddingTests extends EmbeddingModelContract {

    @Override
    protected String vendorId() {
        return "bedrock";
    }

    @Override
    protected String modelName() {
        return "amazon.titan-embed-text-v2:0";
    }

    @Override
    protected String wrongKey() {
        return "AKIANOBODY:not-the-secret";
    }

    /** One text at a time is all that it takes. */
    @Override
    protected int requestsFor(int texts) {
        return texts;
    }
}
