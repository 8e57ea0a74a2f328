package org.sellmeapen.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an utterance does. Implementations are thread-safe and take microseconds. */
public interface ActAnalyser {

    /**
     * @param context the previous utterance of the other side, or null at the start
     * @return main act first; empty when the analyser abstains. Every act belongs to {@code speaker}.
     */
    List<ActReading> read(Speaker speaker, String text, @Nullable String context);
}
