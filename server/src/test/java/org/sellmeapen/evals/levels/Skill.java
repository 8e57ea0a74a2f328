package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Map;

/**
 * How well somebody sells: chances from 0 to 1, counts from-to, and weighted choices. README.md in evals/levels explains
 * each; the values lie in policies.yaml there.
 */
record Skill(
        double purpose,
        double rapport,
        double smallTalk,
        double questionWithPurpose,
        List<Integer> questions,
        List<String> kinds,
        double fromBriefing,
        double closedInstead,
        double followUp,
        double quantify,
        double summary,
        List<Integer> benefits,
        Map<String, Double> benefit,
        List<Integer> proofs,
        Map<String, Double> proof,
        double trialClose,
        int askAgain,
        Map<String, Double> ask,
        double dated,
        double fit,
        Map<String, Double> price,
        Map<String, Double> question,
        Map<String, Double> objection,
        Map<String, Double> objectionAgain,
        Map<String, Double> stall,
        Map<String, Double> afterNo,
        Map<String, Double> unasked,
        double stepBack,
        double slip,
        double leadIn) {}
