package org.sellmeapen.voice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;

/** What a vendor took, and how it went with it. */
final class CountedUse implements RealtimeModel.Use {

    final List<RealtimeUsage> took = new CopyOnWriteArrayList<>();
    final List<String> how = new CopyOnWriteArrayList<>();
    /** Asked for while nothing was set aside. */
    final List<Runnable> waiting = new CopyOnWriteArrayList<>();

    volatile boolean more = true;
    volatile int answers;
    private volatile Runnable spent = () -> {};

    @Override
    public void worked() {
        how.add("worked");
    }

    @Override
    public void failed(SpeechFailed why) {
        how.add(why.code());
    }

    @Override
    public void opens(Runnable whenSpent) {
        spent = whenSpent;
    }

    @Override
    public synchronized boolean answers(Runnable later) {
        answers++;
        if (!more) {
            waiting.add(later);
        }
        return more;
    }

    @Override
    public void took(RealtimeUsage usage, long ms) {
        took.add(usage);
        if (!more) {
            spent.run();
        }
    }

    @Override
    public void over() {}
}
