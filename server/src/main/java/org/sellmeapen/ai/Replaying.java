package org.sellmeapen.ai;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers as was recorded, in the order in which the same was asked; knows nothing else, and asks nobody. Thread-safe.
 */
public final class Replaying implements LanguageModel {

    private final Map<String, Deque<Answer>> answers = new HashMap<>();

    public Replaying(Collection<Recorded> recorded) {
        for (Recorded one : recorded) {
            answers.computeIfAbsent(one.prompt(), _ -> new ArrayDeque<>()).add(one.answer());
        }
    }

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Answer answer = next(prompt.digest());
        if (answer == null) {
            throw ModelFailed.lasting(id(), "not-set-up");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!answer.text().isEmpty()) {
            sink.words(answer.text());
        }
        return answer;
    }

    /** The last of the same question is given again and again. */
    private synchronized @org.jspecify.annotations.Nullable Answer next(String digest) {
        Deque<Answer> same = answers.get(digest);
        if (same == null) {
            return null;
        }
        return same.size() > 1 ? same.removeFirst() : same.getFirst();
    }
}
