package org.sellmeapen.ai.polly;

import java.util.Map;
import java.util.Optional;
import org.sellmeapen.ai.Viseme;

/** Polly's shapes as ours. */
final class MouthShapes {

    private static final Map<String, Viseme> SHAPES = Map.ofEntries(
            Map.entry("sil", Viseme.SIL),
            Map.entry("p", Viseme.PP),
            Map.entry("f", Viseme.FF),
            Map.entry("T", Viseme.TH),
            Map.entry("t", Viseme.DD),
            Map.entry("k", Viseme.KK),
            Map.entry("S", Viseme.CH),
            Map.entry("s", Viseme.SS),
            Map.entry("J", Viseme.NN),
            Map.entry("r", Viseme.RR),
            Map.entry("a", Viseme.AA),
            Map.entry("@", Viseme.E),
            Map.entry("e", Viseme.E),
            Map.entry("E", Viseme.E),
            Map.entry("i", Viseme.I),
            Map.entry("o", Viseme.O),
            Map.entry("O", Viseme.O),
            Map.entry("u", Viseme.U));

    private MouthShapes() {}

    static Optional<Viseme> of(String name) {
        return Optional.ofNullable(SHAPES.get(name));
    }
}
