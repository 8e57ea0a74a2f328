package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.scenarios.Need;
import org.sellmeapen.scenarios.Script;

/** What the parts of a buyer's mind share: the script, the level, the rules, the state and the tongue. */
record Buyer(ScriptIndex index, Levels levels, Levels.Knobs knobs, Rulebook rules, Mind mind, Tongue tongue) {

    Script script() {
        return index.script();
    }

    void signal(Moment moment, Signal.Kind kind, String ground, double strength) {
        List<MindMove> moves = rules.apply(
                List.of(new Signal(kind, ground, strength)),
                mind,
                script().persona().temperament(),
                knobs,
                moment.turn);
        moment.moved.addAll(moves);
        moment.pleased |=
                moves.stream().anyMatch(move -> move.by() > 0 && move.what().equals("interest"));
        moment.displeased |= moves.stream().anyMatch(move -> move.by() < 0);
    }

    void signal(Moment moment, Signal.Kind kind, String ground) {
        signal(moment, kind, ground, 1);
    }

    void signal(Moment moment, Signal.Kind kind) {
        signal(moment, kind, "", 1);
    }

    /** Something from the language pack. */
    String small(Moment moment, String situation) {
        return tongue.say(situation, Map.of(), moment.turn);
    }

    boolean isKnown(Need need) {
        return need.knownThrough().stream().anyMatch(mind.told::containsKey);
    }

    boolean chance(Moment moment, String question, double probability) {
        return Chance.of(mind.seed, question + "/" + moment.turn) < probability;
    }
}
