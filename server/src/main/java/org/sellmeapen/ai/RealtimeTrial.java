package org.sellmeapen.ai;

import java.time.Duration;

/** Tries out who hears and speaks in one. Implemented above, where such vendors are talked to. */
public interface RealtimeTrial {

    /**
     * @param firstSound after the beginning
     * @param words as the vendor told what it said; may be empty
     */
    record Spoken(Duration firstSound, Duration whole, String words) {}

    /**
     * Opens a session, has one sentence of ours said and leaves. Nobody's voice leaves.
     *
     * @param sentence in English
     * @throws SpeechFailed with the vendor's own words where it said any
     */
    Spoken speak(RealtimeModel model, String sentence, Duration within) throws SpeechFailed, InterruptedException;
}
