package org.sellmeapen.training;

import java.util.Optional;
import java.util.function.Function;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

/** Every organisation has the same scripted model for everything. */
record ScriptedModels(Function<Prompt, String> script) implements Models {

    @Override
    public Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose) {
        return Optional.of(new Failing(new ScriptedLanguageModel(script)));
    }

    /** Thrown by a script: the model fails with that code. */
    static final class Fails extends RuntimeException {
        private final String code;

        Fails(String code) {
            this.code = code;
        }
    }

    private record Failing(LanguageModel model) implements LanguageModel {

        @Override
        public String id() {
            return model.id();
        }

        @Override
        public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
            try {
                return model.answer(prompt, sink);
            } catch (Fails how) {
                throw ModelFailed.lasting(id(), how.code);
            }
        }
    }

    @Override
    public Optional<EmbeddingModel> embedding(OrganisationId organisation) {
        return Optional.empty();
    }
}
