package org.sellmeapen.scoring;

import java.util.Optional;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.knowledge.Knowledge;
import org.sellmeapen.scoring.builtin.BuiltInJudge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who judges for an organisation: the model it set up for that, or the built-in judge. */
@Component
class Judges {

    private final Judge builtIn;
    private final Models models;

    private final Knowledge knowledge;
    private final JudgeRecords records;
    private final TransactionTemplate transaction;

    @Autowired
    Judges(
            ActAnalyser analyser,
            ObjectProvider<Models> models,
            Knowledge knowledge,
            JudgeRecords records,
            TransactionTemplate transaction) {
        this(BuiltInJudge.shipped(analyser), models.getIfAvailable(() -> Models.NONE), knowledge, records, transaction);
    }

    Judges(Judge builtIn, Models models, Knowledge knowledge, JudgeRecords records, TransactionTemplate transaction) {
        this.knowledge = knowledge;
        this.builtIn = builtIn;
        this.models = models;
        this.records = records;
        this.transaction = transaction;
    }

    Scorer of(OrganisationId organisation) {
        return models.language(organisation, Purpose.JUDGE)
                .map(model -> isAnybodyAdmitted() ? model : new Uncompared(model.id()))
                .map(model -> new Scorer(
                        new ModelJudge(model, builtIn, this::isAdmitted, printed(organisation)), this::deviation))
                .orElseGet(this::builtIn);
    }

    /** The same before anybody looked at it, for whoever looks at it now. */
    Scorer untried(OrganisationId organisation) {
        return models.language(organisation, Purpose.JUDGE)
                .map(model -> new Scorer(new ModelJudge(model, builtIn, _ -> true, printed(organisation))))
                .orElseGet(this::builtIn);
    }

    private PrintedMatter printed(OrganisationId organisation) {
        return PrintedMatter.of(knowledge, organisation);
    }

    Optional<String> provider(OrganisationId organisation) {
        return models.language(organisation, Purpose.JUDGE).map(LanguageModel::id);
    }

    Scorer builtIn() {
        return new Scorer(builtIn);
    }

    /** A model judges only after it was compared with people: each model, and each version of the prompt. */
    private boolean isAdmitted(String judge) {
        return Boolean.TRUE.equals(transaction.execute(_ -> records.isAdmitted(judge)));
    }

    private boolean isAnybodyAdmitted() {
        return Boolean.TRUE.equals(transaction.execute(_ -> records.isAnybodyAdmitted(JudgePrompt.VERSION)));
    }

    /** Nobody is asked, and nothing leaves, for an answer that would not count. */
    private record Uncompared(String id) implements LanguageModel {
        @Override
        public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed {
            throw ModelFailed.lasting(id, "not-compared");
        }
    }

    private double deviation(String judge) {
        Double measured = transaction.execute(_ -> records.deviation(judge).orElse(0.0));
        return measured == null ? 0 : measured;
    }
}
