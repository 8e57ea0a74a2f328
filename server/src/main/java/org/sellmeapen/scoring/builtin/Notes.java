package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scoring.Measured;
import org.sellmeapen.scoring.Observation;
import org.sellmeapen.scoring.Shows;

/** What the built-in judge writes down while it reads: at most one observation of a kind per criterion and turn. */
final class Notes {

    /** More of a kind changes no verdict and would only fill memory. */
    private static final int MOST = 40;

    private static final double ENOUGH = 3;

    final List<Observation> seen = new ArrayList<>();
    final List<Observation> faint = new ArrayList<>();
    final Map<String, Measured> measured = new HashMap<>();
    final Set<String> noOccasion = new HashSet<>();
    final Map<String, String> searched = new HashMap<>();

    private final Map<String, Map<String, Double>> gauged = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    void add(String criterion, Shows shows, double confidence, Line line, @Nullable Sentence sentence, int token) {
        Sentence quoted = sentence != null ? sentence : line.sentences.isEmpty() ? null : line.sentences.getFirst();
        if (quoted == null
                || !taken.add(criterion + shows + line.at)
                || counts.merge(criterion + shows, 1, Integer::sum) > MOST) {
            return;
        }
        seen.add(new Observation(criterion, line.at, quoted.quote(token), shows, Math.clamp(confidence, 0.05, 0.98)));
    }

    void add(String criterion, Shows shows, double confidence, Line line, @Nullable Sentence sentence) {
        add(criterion, shows, confidence, line, sentence, 0);
    }

    void add(String criterion, Shows shows, double confidence, Line line, String cue) {
        Sentence sentence = line.with(cue);
        int token = sentence == null ? 0 : Math.max(0, line.cues.of(cue).at(sentence));
        add(criterion, shows, confidence, line, sentence, token);
    }

    /** A place too weak to count by itself; it is brought up only where everything else speaks for the criterion. */
    void maybe(String criterion, double confidence, Line line, @Nullable Sentence sentence) {
        Sentence quoted = sentence != null ? sentence : line.sentences.isEmpty() ? null : line.sentences.getFirst();
        if (quoted != null && faint.size() < MOST) {
            faint.add(new Observation(criterion, line.at, quoted.quote(0), Shows.HALF, confidence));
        }
    }

    /** Something counted that speaks for or against a criterion, by its name in {@code weighing.yaml}. */
    void gauge(String criterion, String name, double value) {
        gauged.computeIfAbsent(criterion, _ -> new HashMap<>()).put(name, value);
    }

    /** All that was counted about a criterion, with how sure the places are that were seen. */
    Map<String, Double> gauges(String criterion, double lean) {
        Map<String, Double> all = new HashMap<>(gauged.getOrDefault(criterion, Map.of()));
        for (Shows shows : Shows.values()) {
            double sum = seen.stream()
                    .filter(one -> one.criterion().equals(criterion) && one.shows() == shows)
                    .mapToDouble(Observation::confidence)
                    .sum();
            all.put(shows.code(), Math.min(ENOUGH, sum));
        }
        all.put("care", lean);
        return all;
    }

    int count(String criterion, Shows shows) {
        return counts.getOrDefault(criterion + shows, 0);
    }
}
