package org.sellmeapen.ai.wrappers;

import java.util.List;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Asks one model after the other until one answers; once a word was told, that model's failure is the answer. */
public final class FallingBack implements LanguageModel {

    /** Hears of it when another model had to stand in. */
    @FunctionalInterface
    public interface Notice {
        void fell(int place, ModelFailed why);
    }

    private final List<LanguageModel> models;
    private final Notice notice;

    /** @param models at least one, the preferred first */
    public FallingBack(List<LanguageModel> models, Notice notice) {
        this.models = List.copyOf(models);
        this.notice = notice;
        if (models.isEmpty()) {
            throw new IllegalArgumentException("nobody to fall back to");
        }
    }

    @Override
    public String id() {
        return models.getFirst().id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Told told = new Told(sink);
        for (int place = 0; ; place++) {
            try {
                return models.get(place).answer(prompt, told);
            } catch (ModelFailed failed) {
                notice.fell(place, failed);
                if (told.began() || place == models.size() - 1) {
                    throw failed;
                }
            }
        }
    }
}
