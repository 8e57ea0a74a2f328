package org.sellmeapen.ai.wrappers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.connections.Purpose;

/** Measures how long it took and how it ended. */
public final class Metered implements LanguageModel {

    private final LanguageModel model;
    private final Purpose purpose;
    private final ModelMeters meters;
    private final Clock clock;

    public Metered(LanguageModel model, Purpose purpose, ModelMeters meters, Clock clock) {
        this.model = model;
        this.purpose = purpose;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Instant begun = clock.instant();
        String outcome = "cancelled";
        try {
            Answer answer = model.answer(prompt, new AnswerSink() {
                private @Nullable Instant first;

                @Override
                public void words(String more) {
                    if (first == null) {
                        first = clock.instant();
                        meters.took(purpose, id(), "first_word", Duration.between(begun, first));
                    }
                    sink.words(more);
                }
            });
            outcome = "answered";
            meters.took(purpose, id(), "whole", Duration.between(begun, clock.instant()));
            meters.used(purpose, id(), answer.usage());
            return answer;
        } catch (ModelFailed failed) {
            outcome = failed.code();
            throw failed;
        } finally {
            meters.ended(purpose, id(), outcome);
        }
    }
}
