package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import java.util.List;
import java.util.stream.Stream;
import org.sellmeapen.conversation.Act;

/** How a conversation begins, and whether the two met as people. */
final class Opening {

    private static final String PURPOSE = "opened_with_purpose";
    private static final String RAPPORT = "built_rapport";
    private static final int EARLY = 3;

    private Opening() {}

    static void look(Script script, Notes notes) {
        notes.searched.put(PURPOSE, "the first three turns of the seller");
        script.rep.stream().limit(EARLY).forEach(line -> purpose(line, script, notes));
        if (notes.count(PURPOSE, SUPPORTS) + notes.count(PURPOSE, HALF) == 0 && !script.rep.isEmpty()) {
            notes.add(PURPOSE, CHANCE_MISSED, 0.6, script.rep.getFirst(), (Sentence) null);
        }
        for (Line line : script.rep) {
            rapport(line, script, notes);
        }
    }

    private static void purpose(Line line, Script script, Notes notes) {
        int place = script.rep.indexOf(line);
        List<Sentence> all =
                Stream.concat(line.sentences.stream(), line.announced.stream()).toList();
        for (Sentence sentence : all) {
            if (line.cues.of("purpose_spoils").in(sentence)) {
                continue;
            }
            Phrases strong = line.cues.of("purpose_strong");
            if (strong.in(sentence) && sentence.tokens().size() >= 5) {
                double sure = 0.85 - 0.15 * place + (line.act(Act.AGENDA) > 0.5 ? 0.1 : 0);
                notes.add(PURPOSE, place < 2 ? SUPPORTS : HALF, sure, line, sentence, strong.at(sentence));
            } else if (line.cues.of("purpose_weak").in(sentence)) {
                notes.add(
                        PURPOSE,
                        HALF,
                        0.6,
                        line,
                        sentence,
                        line.cues.of("purpose_weak").at(sentence));
            }
        }
        if (line.act(Act.AGENDA) > 0.7 && place < 2 && !line.has("purpose_spoils")) {
            notes.add(PURPOSE, SUPPORTS, line.act(Act.AGENDA) * 0.8, line, line.with("purpose_weak"));
        }
    }

    private static void rapport(Line line, Script script, Notes notes) {
        Line next = Script.buyerAfter(line);
        Line previous = Script.buyerBefore(line);
        double self = line.has("disclosure") ? 1 : 0;
        double warm = line.has("compliment") || line.has("sympathy") ? 1 : 0;
        double private_ = line.has("personal") || previous != null && previous.has("personal") ? 1 : 0;
        boolean formula = line.has("formula") && self == 0;
        boolean taken = next != null
                && next.tokens() >= 4
                && (next.has("laugh")
                        || next.has("personal")
                        || next.shared(line.stems) > 0
                        || next.tokens() >= 6 && self + warm > 0 && private_ > 0);
        boolean about = self > 0 || warm > 0 && private_ > 0 || line.act(Act.RAPPORT) > 0.5;
        if (!about || line.tokens() > 110 && !taken) {
            if (script.lean > -0.35 && line.has("laugh") || formula && line.has("small_talk") && !line.has("hype")) {
                notes.add(RAPPORT, HALF, 0.45, line, line.with("laugh"));
            }
            return;
        }
        boolean exchange = taken && !formula && script.place(line) < 0.6;
        double sure =
                0.45 + 0.15 * (self + warm + private_) + Math.min(0, 0.2 * script.lean) - (line.has("hype") ? 0.25 : 0);
        String cue = line.has("disclosure") ? "disclosure" : line.has("sympathy") ? "sympathy" : "compliment";
        notes.add(RAPPORT, exchange && sure > 0.5 ? SUPPORTS : HALF, sure, line, cue);
        if (exchange && sure > 0.5 && next != null) {
            notes.add(RAPPORT, SUPPORTS, sure - 0.05, next, (Sentence) null);
        }
    }
}
