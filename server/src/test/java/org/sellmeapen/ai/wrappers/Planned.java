package org.sellmeapen.ai.wrappers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** A model that does what a test planned, one thing after the other; the last again and again. */
public final class Planned implements LanguageModel {

    /** One answer. */
    public interface Act {
        Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException;
    }

    private final String id;
    private final Deque<Act> acts = new ArrayDeque<>();
    public final List<Prompt> asked = new ArrayList<>();

    public Planned(String id, Act... acts) {
        this.id = id;
        this.acts.addAll(List.of(acts));
    }

    public static Act says(String text) {
        return (_, sink) -> {
            sink.words(text);
            return whole(text);
        };
    }

    public static Answer whole(String text) {
        return new Answer(text, Answer.Finish.END, new Answer.Usage(1_000, 0, 500), "planned", "planned-1");
    }

    public static Act fails(ModelFailed failed) {
        return (_, _) -> {
            throw failed;
        };
    }

    public static Act breaksAfter(String text, ModelFailed failed) {
        return (_, sink) -> {
            sink.words(text);
            throw failed;
        };
    }

    /** Until somebody interrupts it. */
    public static Act hangs() {
        return (_, _) -> {
            new java.util.concurrent.CountDownLatch(1).await();
            throw new IllegalStateException();
        };
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Act act;
        synchronized (this) {
            asked.add(prompt);
            act = acts.size() > 1 ? acts.removeFirst() : acts.getFirst();
        }
        return act.answer(prompt, sink);
    }
}
