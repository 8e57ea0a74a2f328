package org.sellmeapen.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what was seen about one criterion, under the names a rule may use. */
final class Tally {

    private Tally() {}

    static Map<String, Double> of(List<Observation> seen, Observations all, String criterion) {
        Map<String, Double> counts = new HashMap<>();
        for (Shows shows : Shows.values()) {
            counts.put(shows.code(), (double)
                    seen.stream().filter(one -> one.shows() == shows).count());
        }
        counts.put("occasion", all.noOccasion().contains(criterion) ? 0.0 : 1.0);
        Measured measured = all.measured().get(criterion);
        if (measured != null) {
            counts.put("measured", measured.value());
        }
        return counts;
    }
}
