package org.sellmeapen.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that keeps what it is told, and notices when two threads tell at once. */
public class Told implements TranscriptionListener {

    /** Longer than anything here takes; a test that waits for it has failed. */
    private static final int PATIENCE_S = 20;

    public final List<Recognised> partials = new ArrayList<>();
    private final LinkedBlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    private Thread inside;
    public volatile boolean toldAtOnce;

    @Override
    public void partial(Recognised text) {
        telling(() -> partials.add(text));
    }

    @Override
    public void utterance(Recognised text) {
        telling(() -> answers.add(text));
    }

    @Override
    public void failed(SpeechFailed why) {
        telling(() -> answers.add(why));
    }

    private void telling(Runnable tell) {
        Thread other = inside;
        toldAtOnce |= other != null && other != Thread.currentThread();
        inside = Thread.currentThread();
        tell.run();
        inside = null;
    }

    public Recognised text() throws InterruptedException {
        return next(Recognised.class);
    }

    public SpeechFailed failure() throws InterruptedException {
        return next(SpeechFailed.class);
    }

    /** Whether there is an answer now or a moment later. */
    public boolean isTold() throws InterruptedException {
        Object answer = answers.poll(10, TimeUnit.MILLISECONDS);
        if (answer != null) {
            answers.add(answer);
        }
        return answer != null;
    }

    public int waiting() {
        return answers.size();
    }

    private <T> T next(Class<T> type) throws InterruptedException {
        Object answer = answers.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (!type.isInstance(answer)) {
            throw new AssertionError("expected a " + type.getSimpleName() + ", was told " + answer);
        }
        return type.cast(answer);
    }
}
