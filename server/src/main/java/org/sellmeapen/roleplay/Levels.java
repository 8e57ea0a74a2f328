package org.sellmeapen.roleplay;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sellmeapen.kernel.ShippedContent;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Script;

/** {@code content/roleplay/levels.yaml}. */
record Levels(
        Temper temper,
        Map<String, Map<String, Double>> levels,
        Map<String, Double> nextStep,
        Map<String, Double> nextStepIsTheWin,
        Map<String, Pursuit> pursuit) {

    /** How an AI seller goes about it. */
    record Pursuit(int questions, int benefits, int closes, int softNoes) {}

    record Temper(double scepticism, double patience) {}

    static Levels shipped() {
        return ShippedContent.read("roleplay/levels.yaml", Levels.class);
    }

    Pursuit pursuit(Level level) {
        return Objects.requireNonNull(pursuit.get(level.code()), "levels.yaml describes every level");
    }

    Knobs knobs(Script script, Level level, long seed) {
        Map<String, Double> values = new HashMap<>(levels.getOrDefault(level.code(), Map.of()));
        Script.LevelNote note = script.levels().get(level);
        if (note != null) {
            values.putAll(note.knobs());
        }
        return new Knobs(Map.copyOf(values), seed);
    }

    /**
     * A level's numbers in one conversation. The day's mood, 0 good to 1 bad, is one throw for all of them, and the same
     * throw at every level, so that a harder level is never easier with the same seed.
     */
    record Knobs(Map<String, Double> values, long seed) {

        double get(String knob) {
            Double value = values.get(knob);
            if (value == null) {
                throw new IllegalStateException("levels.yaml has no " + knob);
            }
            return value;
        }

        double mood() {
            return Chance.of(seed, "mood");
        }

        /** A requirement: the worse the day, the nearer it comes to the knob plus its spread. */
        int atLeast(String knob, double add) {
            return (int) Math.max(0, Math.floor(get(knob) + add + get(knob + "_spread") * mood()));
        }

        /** An allowance: on a good day the fraction counts as one more. */
        int atMost(String knob, double add) {
            return (int) Math.max(0, Math.floor(get(knob) + add + 1 - mood()));
        }

        /** A number of things, thrown for by itself. */
        int count(String knob) {
            return (int) Math.floor(get(knob) + Chance.of(seed, knob));
        }

        double threshold(String knob, double add) {
            return get(knob) + add + get("luck") * (2 * mood() - 1);
        }

        /** Whether something that happens with the knob's probability happens to this one. */
        boolean happens(String knob, String to) {
            return Chance.of(seed, knob + "/" + to) < get(knob);
        }
    }
}
