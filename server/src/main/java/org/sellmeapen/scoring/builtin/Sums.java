package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/** Whether the trouble was worked into a number, and with whose numbers. */
final class Sums {

    private static final String IMPACT = "quantified_impact";
    private static final int MOST = 30;

    /** What people multiply by without saying so: months, weeks, days of a year, a month, a week. */
    private static final double[] CALENDAR = {12, 52, 50, 48, 4, 4.33, 5, 7, 30, 365, 250, 220, 230, 60};

    /** A sentence that states a number which follows from numbers the buyer had named. */
    record Found(Sentence sentence, double value) {}

    private Sums() {}

    static void look(Script script, Notes notes) {
        int sums = 0;
        int asked = 0;
        int generic = 0;
        int foreign = 0;
        for (Line line : script.rep) {
            Found worked = worked(line, script);
            boolean price = priceAsked(line) || line.has("price_named") && !line.has("harm");
            if (line.has("generic_stats") && line.numbers.size() > 0 && worked == null) {
                notes.add(IMPACT, CONTRADICTS, 0.7, line, "generic_stats");
                generic++;
            } else if (worked != null && !price) {
                notes.add(IMPACT, script.lean < -0.6 ? HALF : SUPPORTS, 0.8, line, worked.sentence());
                sums++;
            } else if (worked != null) {
                notes.maybe(IMPACT, 0.4, line, worked.sentence());
            } else if (line.numbers.size() >= 2 && line.has("works_out") && line.has("harm") && !price) {
                notes.add(IMPACT, HALF, 0.5, line, "works_out");
                foreign++;
            }
            asked += askedForNumber(line, notes) ? 1 : 0;
        }
        int theirs = 0;
        for (Line line : script.buyer) {
            theirs += byBuyer(line, script, notes) ? 1 : 0;
        }
        notes.gauge(IMPACT, "sums with the buyer's numbers", Math.min(3, sums));
        notes.gauge(IMPACT, "any sum with the buyer's numbers", Math.min(1, sums + theirs));
        notes.gauge(IMPACT, "numbers of the trouble asked for", Math.min(3, asked));
        notes.gauge(IMPACT, "sums of the buyer after a question", Math.min(2, theirs));
        notes.gauge(IMPACT, "statistics from elsewhere", Math.min(2, generic));
        notes.gauge(IMPACT, "sums with other numbers", Math.min(2, foreign));
    }

    private static boolean askedForNumber(Line line, Notes notes) {
        Line answer = Script.buyerAfter(line);
        Sentence question = Discovery.asked(line);
        if (question == null
                || answer == null
                || answer.numbers.isEmpty()
                || !line.cues.of("impact_question").in(question)
                || !aboutTrouble(line, question)) {
            return false;
        }
        notes.add(IMPACT, HALF, 0.6, line, question);
        notes.add(IMPACT, HALF, 0.6, answer, (Sentence) null);
        return true;
    }

    private static boolean byBuyer(Line line, Script script, Notes notes) {
        Found worked = worked(line, script);
        Line before = Script.repBefore(line);
        if (before != null
                && Discovery.asked(before) != null
                && (worked != null || line.numbers.size() >= 2 && line.has("works_out"))
                && (line.has("trouble") || line.has("harm") || aboutTrouble(before, before.sentences.getLast()))) {
            notes.add(IMPACT, SUPPORTS, 0.6, line, worked != null ? worked.sentence() : line.with("works_out"));
            return true;
        }
        if (line.numbers.size() >= 2 && line.has("trouble") && line.has("money")) {
            notes.maybe(IMPACT, 0.4, line, line.with("trouble"));
        }
        return false;
    }

    private static boolean priceAsked(Line line) {
        Line before = Script.buyerBefore(line);
        return before != null && (before.has("price_asked") || before.main(Act.PRICING_QUESTION) > 0.5);
    }

    private static boolean aboutTrouble(Line line, Sentence question) {
        Line said = Script.buyerBefore(line);
        return line.cues.of("trouble").in(question)
                || line.cues.of("harm").in(question)
                || said != null && said.has("trouble");
    }

    /** A number that nobody had named and that follows from the buyer's, within two per cent. */
    static @Nullable Found worked(Line line, Script script) {
        Set<Double> named = script.namedBefore(line);
        if (named.isEmpty()) {
            return null;
        }
        List<Double> known = new ArrayList<>(named);
        for (Sentence sentence : line.sentences) {
            List<Numbers.Found> here = line.cues.numbers().in(sentence.tokens());
            for (Numbers.Found one : here) {
                double value = one.value();
                if (value > 20 && !named.contains(value) && follows(value, known, line.numbers)) {
                    return new Found(sentence, value);
                }
            }
        }
        return null;
    }

    private static boolean follows(double value, List<Double> known, List<Double> here) {
        List<Double> second = new ArrayList<>(here.subList(0, Math.min(MOST, here.size())));
        second.addAll(known.subList(0, Math.min(MOST, known.size())));
        for (double x : known.subList(0, Math.min(MOST, known.size()))) {
            for (int b = 0; b < second.size(); b++) {
                double y = second.get(b);
                if (x < 2 || y < 2 || y == value || x == y && b >= here.size()) {
                    continue;
                }
                boolean said = b < here.size();
                if (x >= 3 && near(value, x * y) && value > 40
                        || near(value, x * y / 100) && x * y > 500 && y < 100
                        || said && x > 10 && y > 10 && (near(value, x - y) || near(value, x + y)) && value > 50
                        || said && value > 20 && x > 100 && near(value, x / y)) {
                    return true;
                }
            }
            for (double calendar : CALENDAR) {
                if (x >= 15 && value >= 100 && near(value, x * calendar)) {
                    return true;
                }
            }
        }
        return triple(value, known, here);
    }

    /** "Eleven vans, five days, forty-six each": a product of three that are all said together. */
    private static boolean triple(double value, List<Double> known, List<Double> here) {
        List<Double> all = here.subList(0, Math.min(8, here.size()));
        for (double x : known.subList(0, Math.min(MOST, known.size()))) {
            for (int a = 0; a < all.size(); a++) {
                for (int b = a + 1; b < all.size(); b++) {
                    double product = x * all.get(a) * all.get(b);
                    if (x >= 2 && all.get(a) >= 2 && all.get(b) >= 2 && value > 100 && near(value, product)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value - expected) <= 0.02 * expected;
    }
}
