package org.sellmeapen.ai;

import java.util.function.Consumer;

/** Keeps what was answered, beside the digest of what was asked. An answer that broke off is not kept. */
public final class Recording implements LanguageModel {

    private final LanguageModel model;
    private final Consumer<Recorded> keeper;

    public Recording(LanguageModel model, Consumer<Recorded> keeper) {
        this.model = model;
        this.keeper = keeper;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Answer answer = model.answer(prompt, sink);
        keeper.accept(new Recorded(prompt.digest(), answer));
        return answer;
    }
}
