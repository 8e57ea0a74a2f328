package org.sellmeapen.roleplay;

import java.util.List;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.scenarios.Objection;
import org.sellmeapen.scenarios.Script;

/** What a person who asks for a hint is told: from the scenario, and nothing that is hidden. */
final class Hints {

    private final Buyer buyer;

    Hints(Buyer buyer) {
        this.buyer = buyer;
    }

    String next() {
        Mind mind = buyer.mind();
        for (String id : mind.standing().reversed()) {
            Objection objection = buyer.index().objection(id);
            if (objection.hint() != null) {
                return objection.hint();
            }
        }
        Script.PhaseNote note = buyer.script().phases().get(where());
        List<String> hints = note == null ? List.of() : note.hints();
        return hints.isEmpty()
                ? buyer.script().tips().getFirst()
                : hints.get((mind.heardTurns + mind.facts.size()) % hints.size());
    }

    /** The phase the conversation needs, which may not be the one it is in. */
    private Phase where() {
        Mind mind = buyer.mind();
        if (mind.heardTurns == 0) {
            return Phase.GREETING;
        }
        if (mind.facts.size() < buyer.knobs().atLeast("facts", 0)) {
            return Phase.DISCOVERY;
        }
        return mind.metNeeds() < buyer.knobs().atLeast("needs", 0) ? Phase.POSITIONING : Phase.CLOSING;
    }
}
