package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Dice with the seed of the game. */
record Chance(RandomGenerator dice) {

    boolean of(double probability) {
        return dice.nextDouble() < probability;
    }

    int between(List<Integer> fromTo) {
        return fromTo.get(0) + dice.nextInt(fromTo.get(1) - fromTo.get(0) + 1);
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    String weighted(Map<String, Double> weights) {
        double rest = dice.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> ordered = new TreeMap<>(weights);
        for (Map.Entry<String, Double> entry : ordered.entrySet()) {
            rest -= entry.getValue();
            if (rest <= 0) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("nothing to choose from");
    }
}
