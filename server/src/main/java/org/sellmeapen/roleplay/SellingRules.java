package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;
import org.sellmeapen.scenarios.Level;

/** {@code content/roleplay/selling.yaml}: how an AI seller chooses what suits the person. */
record SellingRules(
        Ready ready, Map<String, Close> closes, Map<String, Integer> firmness, Set<String> noYesTo, Set<String> steps) {

    /** Signals from which on readiness is tested, and the order asked for. */
    record Ready(int testsFrom, int asksFrom) {}

    private record Close(
            Map<String, Integer> points,
            @Nullable Boolean firm,
            @Nullable List<String> unless) {}

    static SellingRules shipped() {
        return ShippedContent.read("roleplay/selling.yaml", SellingRules.class);
    }

    /** What speaks for a kind of close now; below zero it is out of the question. */
    double suits(String close, Mind.Selling selling, Level level) {
        Close rule = closes.get(close);
        if (rule == null) {
            return 0;
        }
        if (rule.unless() != null && rule.unless().stream().anyMatch(what -> selling.seen(what) > 0)) {
            return -1;
        }
        double points = Boolean.TRUE.equals(rule.firm()) ? firmness.getOrDefault(level.code(), 0) : 0;
        for (Map.Entry<String, Integer> point : rule.points().entrySet()) {
            points += selling.seen(point.getKey()) > 0 ? point.getValue() : 0;
        }
        return Math.max(0, points);
    }
}
