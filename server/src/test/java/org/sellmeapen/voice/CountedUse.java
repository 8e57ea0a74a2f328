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
    volatile boolean more = true;

    @Override
    public void worked() {
        how.add("worked");
    }

    @Override
    public void failed(SpeechFailed why) {
        how.add(why.code());
    }

    @Override
    public boolean took(RealtimeUsage usage, long ms) {
        took.add(usage);
        return more;
    }

    @Override
    public void over() {}
}
