package org.sellmeapen.training;

import java.util.Optional;
import java.util.function.Function;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

/** Every organisation has the same scripted model for everything. */
record ScriptedModels(Function<Prompt, String> script) implements Models {

    @Override
    public Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose) {
        return Optional.of(new ScriptedLanguageModel(script));
    }

    @Override
    public Optional<EmbeddingModel> embedding(OrganisationId organisation) {
        return Optional.empty();
    }
}
