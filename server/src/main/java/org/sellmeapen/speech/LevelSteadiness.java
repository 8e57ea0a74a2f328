package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much the loudness wanders: the standard deviation, in dB, of the mean levels of whole seconds of speech. */
final class LevelSteadiness {

    private static final int SECOND = Spans.frames(1);
    private static final int FEWEST_SECONDS = 5;

    private LevelSteadiness() {}

    /** @return dB, or null where too little was said */
    static @Nullable Double of(LevelMeter.Levels meter, List<Span> speech) {
        List<Double> levels = new ArrayList<>();
        double power = 0;
        int frames = 0;
        for (Span span : speech) {
            int to = Math.min(meter.frames(), Spans.frames(span.endS()));
            for (int i = Spans.frames(span.startS()); i < to; i++) {
                power += meter.power(i);
                if (++frames == SECOND) {
                    levels.add((double) LevelMeter.decibel(power / SECOND));
                    power = 0;
                    frames = 0;
                }
            }
        }
        if (levels.size() < FEWEST_SECONDS) {
            return null;
        }
        double mean = levels.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                levels.stream().mapToDouble(l -> (l - mean) * (l - mean)).sum();
        return Math.sqrt(squares / (levels.size() - 1));
    }
}
