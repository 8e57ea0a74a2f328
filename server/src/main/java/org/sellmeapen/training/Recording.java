package org.sellmeapen.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Says once more what a model said, and fails where it failed. */
final class Recording implements LanguageModel {

    /** Between the words of two calls for one turn. */
    private static final String PARTED = "\n\f";

    /** These were found in the words, and will be found in them again; whatever else stopped a model did so from outside. */
    private static final Set<String> OF_THE_WORDS = Set.of(
            "leaves-role",
            "coaches",
            "gives-away",
            "early-yes",
            "other-language",
            "not-speech",
            "too-long",
            "left-out",
            "unasked",
            "empty",
            "refused",
            "decides");

    private final Deque<String> parts;
    private final String provider;
    private final String model;
    private final @Nullable String failure;

    Recording(Wordings.Kept kept) {
        parts = new ArrayDeque<>(List.of(kept.raw().split(PARTED, -1)));
        provider = kept.provider() == null ? "recorded" : kept.provider();
        model = kept.model() == null ? "" : kept.model();
        failure = kept.why() == null || OF_THE_WORDS.contains(kept.why()) ? null : kept.why();
    }

    @Override
    public String id() {
        return provider;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed {
        String text = parts.size() > 1 ? parts.removeFirst() : parts.getFirst();
        if (!text.isEmpty()) {
            sink.words(text);
        }
        if (failure != null) {
            throw ModelFailed.passing(provider, failure);
        }
        return new Answer(text, Answer.Finish.END, Answer.Usage.UNKNOWN, provider, model);
    }
}
