package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/** What the buyer holds against it, and what the seller does next. */
final class Objections {

    private static final String TAKEN_IN = "acknowledged_objection_before_answering";
    private static final String ANSWERED = "answered_objection_substantively";

    private static final Act[] OBSTACLES = {
        Act.OBJECTION_PRICE,
        Act.OBJECTION_NEED,
        Act.OBJECTION_TRUST,
        Act.OBJECTION_TIMING,
        Act.OBJECTION_AUTHORITY,
        Act.OBJECTION_COMPETITOR
    };

    /** From here on a turn is taken for an obstacle. */
    private static final double CLEAR = 0.5;

    /** So many obstacles are the main ones. */
    private static final int MAIN = 5;

    private Objections() {}

    /** An obstacle and the seller's next turn. */
    private record Pair(Line obstacle, Line answer, double strength) {}

    static void look(Script script, Notes notes) {
        List<Pair> pairs = new ArrayList<>();
        for (Line line : script.buyer) {
            Line answer = Script.repAfter(line);
            if (answer != null) {
                double strength = strength(line, script);
                // Whoever takes something in so clearly heard an obstacle, whatever words it came in.
                boolean told = script.place(line) > 0.15 && wellTaken(answer) != null && strength > 0.15;
                pairs.add(new Pair(line, answer, told ? Math.max(strength, CLEAR) : strength));
            }
        }
        double most = pairs.stream().mapToDouble(Pair::strength).max().orElse(0);
        if (most < CLEAR) {
            notes.noOccasion.add(TAKEN_IN);
            notes.noOccasion.add(ANSWERED);
            return;
        }
        List<Pair> heard = pairs.stream()
                .filter(pair -> pair.strength >= CLEAR)
                .sorted(Comparator.comparingDouble(Pair::strength).reversed())
                .limit(MAIN)
                .sorted(Comparator.comparingInt(pair -> pair.obstacle.at))
                .toList();
        gauges(heard, script, notes);
        for (Pair pair : heard) {
            takenIn(pair.obstacle, pair.answer, pair.strength, script.lean, notes);
            answered(pair.obstacle, pair.answer, pair.strength, script.lean, notes);
        }
    }

    private static void gauges(List<Pair> heard, Script script, Notes notes) {
        double weight = heard.stream().mapToDouble(Pair::strength).sum();
        notes.gauge(
                TAKEN_IN,
                "strongest obstacle",
                heard.stream().mapToDouble(Pair::strength).max().orElse(0));
        double taken = 0;
        double answered = 0;
        double pleased = 0;
        for (Pair pair : heard) {
            taken += pair.strength * Math.clamp(taking(pair.obstacle, pair.answer), -0.3, 1);
            answered += pair.strength * Math.clamp(worth(pair.obstacle, pair.answer), -0.6, 1.2);
            pleased += pair.strength * Reactions.to(pair.answer);
        }
        notes.gauge(TAKEN_IN, "taken in on average", taken / weight);
        notes.gauge(
                TAKEN_IN,
                "best taken in",
                heard.stream()
                        .mapToDouble(one -> taking(one.obstacle, one.answer))
                        .max()
                        .orElse(0));
        notes.gauge(TAKEN_IN, "buyer pleased with the answers", pleased / weight);
        notes.gauge(
                TAKEN_IN,
                "answers that begin by taking in",
                share(heard, one -> one.answer.main(Act.ACKNOWLEDGE) > 0.4 || wellTaken(one.answer) != null));
        notes.gauge(ANSWERED, "worth of the answers", answered / weight);
        notes.gauge(
                ANSWERED,
                "best answer",
                heard.stream()
                        .mapToDouble(one -> worth(one.obstacle, one.answer))
                        .max()
                        .orElse(0));
        notes.gauge(ANSWERED, "buyer pleased with the answers", pleased / weight);
        notes.gauge(
                ANSWERED, "obstacles that come back", share(heard, one -> Reactions.returns(one.obstacle, one.answer)));
        notes.gauge(
                ANSWERED,
                "words of praise in an answer",
                heard.stream()
                        .mapToInt(one -> Math.min(4, one.answer.count("praises")))
                        .average()
                        .orElse(0));
        notes.gauge(
                ANSWERED,
                "the buyer's subjects in an answer",
                heard.stream()
                        .mapToInt(one -> Math.min(5, one.answer.shared(script.broughtUpBefore(one.answer))))
                        .average()
                        .orElse(0));
        notes.gauge(
                TAKEN_IN, "obstacles that come back", share(heard, one -> Reactions.returns(one.obstacle, one.answer)));
        notes.gauge(
                ANSWERED,
                "answers with substance by their act",
                share(heard, one -> one.answer.act(Act.OBJECTION_RESPONSE, Act.PROOF, Act.FEATURE) > 0.4));
        notes.gauge(
                ANSWERED,
                "answers that push, attack or dodge",
                share(heard, one -> Manner.presses(one.answer) || one.answer.has("dodges")));
        notes.gauge(
                ANSWERED,
                "words of an answer",
                heard.stream()
                        .mapToInt(one -> Math.min(60, one.answer.tokens()))
                        .average()
                        .orElse(0));
        notes.gauge(
                ANSWERED,
                "answers that name a limit or a condition",
                share(heard, one -> one.answer.has("concedes") || one.answer.has("condition")));
    }

    private static double share(List<Pair> heard, Predicate<Pair> which) {
        return heard.stream().filter(which).count() / (double) Math.max(1, heard.size());
    }

    /**
     * How likely the turn puts an obstacle in the way. What is contrary counts more where nothing was asked, and most where
     * the seller then answers it as an obstacle.
     */
    static double strength(Line line, Script script) {
        double sure = raises(line);
        Line before = Script.repBefore(line);
        Line answer = Script.repAfter(line);
        boolean asked = before != null && Discovery.asked(before) != null;
        if (line.has("contrary")) {
            sure += asked ? 0.1 : 0.25;
        } else if (asked && line.main(Act.OBJECTION_TRUST) < 0.5) {
            // Numbers and facts in answer to a question look like trouble with the price.
            sure -= 0.2;
        }
        if (answer != null && (answer.main(Act.OBJECTION_RESPONSE) > 0.4 || wellTaken(answer) != null)) {
            sure += 0.15;
        }
        return script.place(line) < 0.12 ? sure - 0.2 : sure;
    }

    static double raises(Line line) {
        double sure =
                0.15 * Math.min(2, line.count("objects")) + 0.45 * line.main(OBSTACLES) + 0.15 * line.act(OBSTACLES);
        boolean neutral = line.main(Act.QUESTION, Act.PRICING_QUESTION, Act.GOODBYE, Act.BUYING_SIGNAL) > 0.6;
        return neutral ? sure - 0.2 : sure;
    }

    private static @Nullable Sentence wellTaken(Line answer) {
        for (int k = 0; k < Math.min(2, answer.sentences.size()); k++) {
            if (answer.cues.of("acknowledges_well").in(answer.sentences.get(k))) {
                return answer.sentences.get(k);
            }
        }
        return null;
    }

    private static void takenIn(Line objection, Line answer, double strength, double lean, Notes notes) {
        Sentence first = answer.sentences.isEmpty() ? null : answer.sentences.getFirst();
        if (first == null) {
            notes.add(TAKEN_IN, CHANCE_MISSED, 0.6, objection, (Sentence) null);
            return;
        }
        Sentence well = wellTaken(answer);
        double sure = taking(objection, answer) + 0.15 * lean;
        if (sure >= 0.6) {
            notes.add(TAKEN_IN, SUPPORTS, Math.min(0.9, sure), answer, well != null ? well : first);
        } else if (sure >= 0.3) {
            notes.add(TAKEN_IN, HALF, 0.6, answer, well != null ? well : first);
        } else if (counters(answer, first)) {
            notes.add(TAKEN_IN, CONTRADICTS, 0.6, answer, first);
        } else if (strength >= 0.6) {
            notes.add(TAKEN_IN, CHANCE_MISSED, 0.5, objection, "objects");
        } else if (sure > 0.1) {
            notes.maybe(TAKEN_IN, 0.3, answer, first);
        }
    }

    private static boolean counters(Line answer, Sentence first) {
        return answer.cues.of("counters").in(first) || answer.has("attacks") || answer.has("insult");
    }

    /** How well an answer takes the obstacle in before it answers: by its first words, and by what it says back. */
    private static double taking(Line objection, Line answer) {
        if (answer.sentences.isEmpty()) {
            return 0;
        }
        Sentence first = answer.sentences.getFirst();
        boolean formula = answer.cues.of("acknowledges_formula").in(first);
        boolean grants = answer.cues.of("grants").in(first);
        boolean generic = answer.has("generic_reply") || answer.has("hype");
        return (wellTaken(answer) != null ? 0.55 : grants ? 0.4 : formula ? 0.25 : 0.05)
                + (echoes(first, answer, objection) ? 0.25 : saysBack(answer, objection) ? 0.15 : 0)
                + 0.25 * answer.main(Act.ACKNOWLEDGE)
                + (answer.has("concedes") ? 0.1 : 0)
                - (formula && first.tokens().size() <= 2 ? 0.1 : 0)
                - (generic ? 0.2 : 0)
                - (counters(answer, first) ? 0.35 : 0)
                - (Manner.presses(answer) ? 0.25 : 0)
                + 0.15 * Reactions.to(answer);
    }

    /** A number of the buyer's, or one of the buyer's words in the second sentence. */
    private static boolean saysBack(Line answer, Line objection) {
        boolean number = answer.numbers.stream().anyMatch(objection.numbers::contains);
        return number || answer.sentences.size() > 1 && echoes(answer.sentences.get(1), answer, objection);
    }

    private static boolean echoes(Sentence sentence, Line answer, Line objection) {
        for (Token token : sentence.tokens()) {
            String stem = answer.stem(token);
            if (stem != null && objection.stems.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    private static double worth(Line objection, Line answer) {
        double worth = Math.min(2, answer.count("condition")) * 0.2;
        worth += answer.has("concedes") ? 0.3 : 0;
        worth += answer.numbers.isEmpty() ? 0 : 0.15;
        worth += Math.min(2, answer.shared(objection.stems)) * 0.15;
        worth += answer.has("proof_strong") || answer.has("proof_case") ? 0.15 : 0;
        worth += 0.2 * answer.act(Act.OBJECTION_RESPONSE);
        worth += answer.tokens() >= 25 ? 0.15 : answer.tokens() < 10 ? -0.3 : 0;
        worth += 0.2 * Reactions.to(answer);
        worth -= answer.has("generic_reply") ? 0.35 : 0;
        worth -= 0.15 * Math.min(3, answer.count("hype") + answer.count("exaggerates"));
        worth -= answer.has("attacks") || answer.has("insult") ? 0.5 : 0;
        worth -= answer.has("pressure") || answer.has("pressure_also") || answer.has("dodges") ? 0.4 : 0;
        return worth - (answer.has("counters") ? 0.2 : 0);
    }

    private static void answered(Line objection, Line answer, double strength, double lean, Notes notes) {
        double worth = worth(objection, answer) + 0.2 * lean;
        Sentence where = answer.with("condition") != null ? answer.with("condition") : answer.with("concedes");
        if (worth >= 0.65) {
            notes.add(ANSWERED, SUPPORTS, Math.min(0.9, worth), answer, where);
        } else if (worth >= 0.2) {
            notes.add(ANSWERED, HALF, 0.6, answer, where);
        } else if (worth < -0.3) {
            notes.add(ANSWERED, CONTRADICTS, 0.6, answer, (Sentence) null);
        } else if (strength >= 0.6) {
            notes.add(ANSWERED, CHANCE_MISSED, 0.5, objection, "objects");
        }
        if (worth < 0.2 && worth > -0.2) {
            notes.maybe(ANSWERED, 0.3 + worth, answer, where);
        }
    }
}
