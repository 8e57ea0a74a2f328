package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * What a call must know of its conversation, fixed when the ticket is issued.
 *
 * @param language BCP 47
 * @param personaKey by which the same person always sounds the same
 * @param counterpart the counterpart's side: {@code rep} or {@code buyer}
 * @param patienceMs the larger of the persona's and the person's
 * @param interruptsAfterMs so long a speech and the counterpart takes the word; 0 = never
 * @param nextTurn the index the next turn will have
 * @param instructions what a speech-to-speech vendor is told of the persona; no hidden fact is in it
 * @param recording the recording of this conversation, absent where nothing is recorded
 * @param activity who is to tell when the person speaks
 */
public record VoiceBrief(
        String language,
        String personaKey,
        String counterpart,
        int patienceMs,
        int interruptsAfterMs,
        int nextTurn,
        String instructions,
        @Nullable String recording,
        String activity) {}
