package org.sellmeapen.roleplay;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Hears a model out on a thread of its own, so that one need not wait for it; closed, the model is told to stop. */
final class Listening implements AutoCloseable {

    sealed interface News {}

    record Words(String text) implements News {}

    record Whole(Answer answer) implements News {}

    record Failure(String code) implements News {}

    /** Nothing came in time. */
    record Late() implements News {}

    private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Thread thread;

    private Listening(LanguageModel model, Prompt prompt) {
        thread = Thread.ofVirtual().name("wording").start(() -> hear(model, prompt));
    }

    static Listening to(LanguageModel model, Prompt prompt) {
        return new Listening(model, prompt);
    }

    private void hear(LanguageModel model, Prompt prompt) {
        try {
            news.add(new Whole(model.answer(prompt, words -> news.add(new Words(words)))));
        } catch (ModelFailed why) {
            news.add(new Failure(why.code()));
        } catch (InterruptedException _) {
            // nobody listens any more
        } catch (RuntimeException bug) {
            news.add(new Failure("garbled"));
            throw bug;
        }
    }

    News next(Duration within) throws InterruptedException {
        News next = within.isPositive() ? news.poll(within.toMillis(), TimeUnit.MILLISECONDS) : news.poll();
        return next == null ? new Late() : next;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
