package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Timing;

/**
 * Gives the first word and the whole answer their time, and then ends the work as an interrupt would, so that the connection
 * is closed. Connecting has its own time in the way out.
 */
public final class TimedOut implements LanguageModel {

    private final LanguageModel model;
    private final Duration first;
    private final Duration whole;
    private final Timing timing;

    public TimedOut(LanguageModel model, Duration first, Duration whole, Timing timing) {
        this.model = model;
        this.first = first;
        this.whole = whole;
        this.timing = timing;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        return Deadline.keep(
                id(),
                timing,
                first,
                whole,
                deadline -> model.answer(prompt, new AnswerSink() {
                    private boolean began;

                    @Override
                    public void words(String more) {
                        // What comes in the moment in which the time was over is not told: somebody else will answer.
                        if (began || deadline.began()) {
                            began = true;
                            sink.words(more);
                        }
                    }
                }));
    }
}
