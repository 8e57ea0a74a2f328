package org.sellmeapen.ai.wire;

import java.util.Set;

/** Models that think before they speak, and whose vendors count that against the most tokens of an answer. */
public final class Thinking {

    /**
     * Tokens beside those of the answer; without them a model whose effort nobody chose has used all of its room before the
     * first word.
     */
    private static final int ROOM = 2_000;

    private static final Set<String> OFF = Set.of("none", "minimal", "0");

    private Thinking() {}

    /** @param effort as it was chosen; empty: as the vendor has it */
    public static int room(boolean thinks, String effort) {
        return thinks && !OFF.contains(effort.strip()) ? ROOM : 0;
    }
}
