package org.sellmeapen.ai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.PlainWay;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.VendorLanguageModelContract;
import org.sellmeapen.connections.Secret;

class BedrockLanguageModelTests extends VendorLanguageModelContract {

    @Override
    protected String vendorId() {
        return "bedrock";
    }

    /** With what must be encoded in an address, and so signed encoded twice. */
    @Override
    protected String modelName() {
        return "eu.anthropic.claude-some-1-v1:0";
    }

    @Override
    protected Secret wrongKey() {
        return new Secret("AKIANOBODY:not-the-secret");
    }

    /** AWS refuses a key with the status of a permission, told apart by its words. */
    @Test
    void aFalseSignatureIsARefusedKey() {
        try (PlainWay way = new PlainWay()) {
            LanguageModel model =
                    model(way, vendor().base(), new Secret(vendor().key().split(":")[0] + ":another-secret-than-that"));
            ModelFailed failed = catchThrowableOfType(
                    ModelFailed.class, () -> model.answer(Prompt.of("", "Hello", 16), AnswerSink.NONE));
            assertThat(failed.code()).isEqualTo("key-refused");
            assertThat(failed.vendorWords()).contains("does not match the signature");
        }
    }

    @Override
    protected boolean tellsRefusals() {
        return false;
    }

    /** A guardrail answers in place of the model; there is no refusal of its own. */
    @Override
    protected boolean blocksPrompts() {
        return false;
    }
}
