package org.sellmeapen.ai.scripted;

import org.junit.jupiter.api.DisplayName;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.LanguageModelContract;

@DisplayName("Scripted")
class ScriptedLanguageModelTests extends LanguageModelContract {

    @Override
    protected LanguageModel model() {
        return new ScriptedLanguageModel(
                prompt -> prompt.schema() == null ? SAID : "{\"quote\": \"so\", \"turn\": 3, \"shown\": true}");
    }

    @Override
    protected LanguageModel longModel() {
        return new ScriptedLanguageModel(_ -> longAnswer());
    }
}
