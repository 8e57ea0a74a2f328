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

    final List<Observation> seen = new ArrayList<>();
    final Map<String, Measured> measured = new HashMap<>();
    final Set<String> noOccasion = new HashSet<>();
    final Map<String, String> searched = new HashMap<>();

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

    int count(String criterion, Shows shows) {
        return counts.getOrDefault(criterion + shows, 0);
    }
}
