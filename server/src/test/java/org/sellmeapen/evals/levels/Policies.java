package org.sellmeapen.evals.levels;

import java.util.Map;

/** What policies.yaml holds. */
record Policies(Skill strong, Skill average, Skill weak, Map<String, Style> styles) {

    /** @param moves weights of the moves of a seller without ears */
    record Style(String first, Map<String, Double> moves) {}
}
