package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.sellmeapen.conversation.Act;

/** What is offered as proof, and whether anybody could check it. */
final class Proving {

    private static final String PROOF = "used_proof";

    private Proving() {}

    static void look(Script script, Notes notes) {
        double best = 0;
        double second = 0;
        int vague = 0;
        int hedged = 0;
        int boasts = 0;
        double act = 0;
        for (Line line : script.rep) {
            hedged += line.has("proof_hedge") ? 1 : 0;
            act = Math.max(act, line.act(Act.PROOF));
            for (Sentence sentence : line.sentences) {
                boolean boast = line.cues.of("proof_boast").in(sentence);
                boolean loose = line.cues.of("proof_vague").in(sentence);
                boasts += boast ? 1 : 0;
                vague += loose ? 1 : 0;
                double worth = worth(line, sentence, script);
                if (boast && worth < 0.6) {
                    notes.add(
                            PROOF,
                            CONTRADICTS,
                            0.6,
                            line,
                            sentence,
                            line.cues.of("proof_boast").at(sentence));
                } else if (worth >= 0.6) {
                    notes.add(PROOF, SUPPORTS, Math.min(0.9, worth), line, sentence);
                } else if (worth >= 0.35 || loose) {
                    notes.add(PROOF, HALF, 0.5, line, sentence);
                } else if (worth >= 0.2) {
                    notes.maybe(PROOF, worth, line, sentence);
                }
                second = worth > best ? best : Math.max(second, worth);
                best = Math.max(best, worth);
            }
        }
        notes.gauge(PROOF, "best proof", Math.min(1.2, best));
        notes.gauge(PROOF, "second best proof", Math.min(1.2, second));
        notes.gauge(PROOF, "vague proof", Math.min(2, vague));
        notes.gauge(PROOF, "hedges", Math.min(2, hedged));
        notes.gauge(PROOF, "boasts", Math.min(3, boasts));
        notes.gauge(PROOF, "proof by its act", act);
    }

    /**
     * A paper that is shown, something the buyer can do or see for themselves, somebody with a name who can be asked, and
     * counted results of one's own are proof; saying that one is unsure of it takes half of that away.
     */
    private static double worth(Line line, Sentence sentence, Script script) {
        if (Questions.asks(sentence, line.cues) && !line.cues.of("proof_trial").in(sentence)) {
            return 0;
        }
        boolean counted = !line.cues.numbers().in(sentence.tokens()).isEmpty();
        boolean named = named(sentence, script, line);
        boolean result = line.cues.of("proof_result").in(sentence);
        double worth = 0.3 * line.act(Act.PROOF);
        worth += line.cues.of("proof_paper").in(sentence) ? named || counted ? 0.55 : 0.45 : 0;
        worth += line.cues.of("proof_strong").in(sentence) ? named || counted ? 0.45 : 0.25 : 0;
        worth += line.cues.of("proof_trial").in(sentence) ? 0.5 : 0;
        worth += line.cues.of("proof_ask_them").in(sentence) ? 0.5 : 0;
        worth += line.cues.of("proof_case").in(sentence) ? (named ? 0.3 : 0.1) + (counted ? 0.2 : 0) : 0;
        worth += named && counted && result ? 0.3 : 0;
        worth += counted && line.cues.of("proof_own").in(sentence) ? 0.3 : 0;
        Line before = Script.buyerBefore(line);
        boolean wanted = before != null && before.has("proof_asked");
        worth += wanted && (named || counted) && sentence.equals(line.sentences.getFirst()) ? 0.2 : 0;
        boolean chat = line.main(Act.RAPPORT, Act.GREETING, Act.AGENDA, Act.NEXT_STEP, Act.CLOSE_ASK) > 0.5;
        boolean boast = line.has("proof_boast") || line.has("hype") || Manner.presses(line);
        boolean hedged = line.has("proof_hedge");
        return worth * (hedged ? 0.6 : 1) * (boast ? 0.5 : 1) * (chat ? 0.5 : 1) - (script.lean < -0.6 ? 0.2 : 0);
    }

    /** A name that is neither the buyer's word nor from the introductions. */
    private static boolean named(Sentence sentence, Script script, Line line) {
        for (int k = 1; k < sentence.tokens().size(); k++) {
            Token token = sentence.tokens().get(k);
            String stem = line.stem(token);
            boolean month = line.cues.of("when").in(sentence)
                    && line.cues.of("calendar").isWord(token.word());
            if (token.capital()
                    && stem != null
                    && !month
                    && !script.broughtUpBefore(line).contains(stem)
                    && !script.introduced.contains(stem)) {
                return true;
            }
        }
        return false;
    }
}
