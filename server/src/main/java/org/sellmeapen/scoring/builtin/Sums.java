package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the trouble was worked into a number, and with whose numbers. */
final class Sums {

    private static final String IMPACT = "quantified_impact";
    private static final int MOST = 30;

    /** A sentence that states a number which follows from numbers the buyer had named. */
    record Found(Sentence sentence, double value) {}

    private Sums() {}

    static void look(Script script, Notes notes) {
        for (Line line : script.rep) {
            Found worked = worked(line, script);
            if (line.has("generic_stats") && line.numbers.size() > 0) {
                notes.add(IMPACT, CONTRADICTS, 0.7, line, "generic_stats");
            } else if (worked != null && !priceAsked(line)) {
                notes.add(IMPACT, script.lean < -0.35 ? HALF : SUPPORTS, 0.8, line, worked.sentence());
            }
            Line answer = Script.buyerAfter(line);
            Sentence question = Discovery.asked(line);
            if (question != null
                    && answer != null
                    && !answer.numbers.isEmpty()
                    && line.cues.of("impact_question").in(question)
                    && aboutTrouble(line, question)) {
                notes.add(IMPACT, HALF, 0.6, line, question);
                notes.add(IMPACT, HALF, 0.6, answer, (Sentence) null);
            }
        }
        for (Line line : script.buyer) {
            Found worked = worked(line, script);
            Line before = Script.repBefore(line);
            if (before != null
                    && Discovery.asked(before) != null
                    && (worked != null || line.numbers.size() >= 2 && line.has("works_out"))
                    && (line.has("trouble") || line.has("harm") || aboutTrouble(before, before.sentences.getLast()))) {
                notes.add(IMPACT, SUPPORTS, 0.6, line, worked != null ? worked.sentence() : line.with("works_out"));
            } else if (line.numbers.size() >= 2 && line.has("trouble") && line.has("money")) {
                notes.add(IMPACT, HALF, 0.5, line, "trouble");
            }
        }
    }

    private static boolean priceAsked(Line line) {
        Line before = Script.buyerBefore(line);
        return before != null && before.has("price_asked");
    }

    private static boolean aboutTrouble(Line line, Sentence question) {
        Line said = Script.buyerBefore(line);
        return line.cues.of("trouble").in(question)
                || line.cues.of("harm").in(question)
                || said != null && said.has("trouble");
    }

    /** Products, sums and differences of two earlier numbers of the buyer, within two per cent. */
    static @Nullable Found worked(Line line, Script script) {
        Set<Double> named = script.namedBefore(line);
        if (named.size() < 2) {
            return null;
        }
        List<Double> known = new ArrayList<>(named);
        for (Sentence sentence : line.sentences) {
            List<Double> here = new ArrayList<>();
            line.cues.numbers().in(sentence.tokens()).forEach(found -> here.add(found.value()));
            for (double value : here) {
                if (value > 20 && !named.contains(value) && follows(value, known, line.numbers)) {
                    return new Found(sentence, value);
                }
            }
        }
        return null;
    }

    private static boolean follows(double value, List<Double> known, List<Double> here) {
        List<Double> second = new ArrayList<>(known);
        second.addAll(here);
        for (int a = 0; a < Math.min(MOST, known.size()); a++) {
            for (int b = 0; b < Math.min(MOST, second.size()); b++) {
                double x = known.get(a);
                double y = second.get(b);
                if (x == y && b == a || y == value || y == 0 || x < 3 || y < 3 && y != 2) {
                    continue;
                }
                if (near(value, x * y) && y > 1.5 || near(value, x * y / 100) && x * y > 500) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value - expected) <= 0.02 * expected;
    }
}
