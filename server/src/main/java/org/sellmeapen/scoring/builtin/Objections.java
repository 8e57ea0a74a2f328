package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

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

    private Objections() {}

    static void look(Script script, Notes notes) {
        boolean any = false;
        for (Line line : script.buyer) {
            Line answer = Script.repAfter(line);
            if (answer == null) {
                continue;
            }
            double strength = strength(line, script);
            // Whoever takes something in so clearly heard an obstacle, whatever words it came in.
            boolean told = script.place(line) > 0.15 && wellTaken(answer) != null && strength > 0.15;
            if (strength < 0.45 && !told) {
                continue;
            }
            any = true;
            takenIn(line, answer, strength, script.lean, notes);
            answered(line, answer, strength, script.lean, notes);
        }
        if (!any) {
            notes.noOccasion.add(TAKEN_IN);
            notes.noOccasion.add(ANSWERED);
        }
    }

    /** How likely the turn puts an obstacle in the way. */
    static double strength(Line line, Script script) {
        double act = line.act(OBSTACLES);
        int cues = line.count("objects");
        double sure = 0.3 * Math.min(2, cues) + 0.6 * act;
        if (line.act(Act.QUESTION, Act.PRICING_QUESTION, Act.AGREEMENT, Act.GOODBYE) > 0.6) {
            sure -= 0.3;
        }
        return script.place(line) < 0.12 ? sure - 0.2 : sure;
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
        boolean formula = answer.cues.of("acknowledges_formula").in(first);
        boolean counters = answer.cues.of("counters").in(first) || answer.has("attacks") || answer.has("insult");
        boolean echo = echoes(first, answer, objection);
        boolean generic = answer.has("generic_reply") || answer.has("hype");
        double sure = (well != null ? 0.65 : formula ? 0.45 : 0.15)
                + (echo ? 0.15 : 0)
                + 0.2 * answer.act(Act.ACKNOWLEDGE)
                - (generic ? 0.2 : 0)
                - (counters ? 0.3 : 0)
                + 0.3 * lean;
        if (sure >= 0.75) {
            notes.add(TAKEN_IN, SUPPORTS, Math.min(0.9, sure), answer, well != null ? well : first);
        } else if (sure >= 0.35) {
            notes.add(TAKEN_IN, HALF, 0.6, answer, well != null ? well : first);
        } else if (counters) {
            notes.add(TAKEN_IN, CONTRADICTS, 0.6, answer, first);
        } else if (strength >= 0.6) {
            notes.add(TAKEN_IN, CHANCE_MISSED, 0.5, objection, "objects");
        }
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

    private static void answered(Line objection, Line answer, double strength, double lean, Notes notes) {
        double worth = 0.4 * lean;
        worth += Math.min(2, answer.count("condition")) * 0.25;
        worth += answer.has("concedes") ? 0.3 : 0;
        worth += answer.numbers.isEmpty() ? 0 : 0.2;
        worth += answer.shared(objection.stems) > 0 ? 0.2 : 0;
        worth += answer.has("proof_strong") || answer.has("proof_case") ? 0.2 : 0;
        worth += answer.tokens() >= 25 ? 0.1 : answer.tokens() < 8 ? -0.3 : 0;
        worth -= answer.has("generic_reply") ? 0.35 : 0;
        worth -= 0.2 * answer.count("hype");
        worth -= answer.has("attacks") || answer.has("insult") ? 0.6 : 0;
        worth -= answer.has("pressure") || answer.has("dodges") ? 0.4 : 0;
        worth -= answer.has("counters") ? 0.2 : 0;
        Sentence where = answer.with("condition") != null ? answer.with("condition") : answer.with("concedes");
        if (worth >= 0.7) {
            notes.add(ANSWERED, SUPPORTS, Math.min(0.9, worth), answer, where);
        } else if (worth >= 0.05) {
            notes.add(ANSWERED, HALF, 0.6, answer, where);
        } else if (worth >= -0.3 && strength < 0.6) {
            return;
        } else if (worth >= -0.3) {
            notes.add(ANSWERED, CHANCE_MISSED, 0.5, objection, "objects");
        } else {
            notes.add(ANSWERED, CONTRADICTS, 0.6, answer, (Sentence) null);
        }
    }
}
