package org.sellmeapen.audio;

import java.time.Duration;

/**
 * What a decoder may use up. Whatever needs more is no recording of a conversation, or means harm.
 *
 * @param memoryMib address space
 * @param cpu of the processor
 * @param stall without a sample
 * @param bytes of a file
 * @param seconds of sound that are taken from a file
 */
record DecoderCaps(int memoryMib, Duration cpu, Duration stall, long bytes, int seconds) {

    static final DecoderCaps USUAL =
            new DecoderCaps(1_024, Duration.ofMinutes(10), Duration.ofSeconds(20), 4L << 30, 12 * 3_600 + 1);
}
