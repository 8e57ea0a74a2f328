package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * When the stages of one answer were reached, in milliseconds after the person's end of speech. Absent: not reached, or
 * there was none (nothing recognised what was typed).
 *
 * @param waitedMs the policy's own waiting: from the end of speech until the turn was taken
 * @param textMs the final text was there
 * @param firstWordMs the mind's answer was there
 * @param firstAudioMs the first frame was sent
 * @param playingMs it sounded, as the other end tells
 */
record Stages(
        int turn,
        long waitedMs,
        long textMs,
        long firstWordMs,
        @Nullable Long firstAudioMs,
        @Nullable Long playingMs) {}
