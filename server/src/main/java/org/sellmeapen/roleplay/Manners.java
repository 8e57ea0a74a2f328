package org.sellmeapen.roleplay;

import java.util.Map;
import java.util.Set;
import org.sellmeapen.conversation.Act;

/** What nobody likes or understands, and what one says to it; such a turn has no other effect. */
final class Manners {

    private final Buyer buyer;

    Manners(Buyer buyer) {
        this.buyer = buyer;
    }

    /** @return true when the turn is dealt with */
    boolean mind(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        switch (heard.clarity()) {
            case SILENCE -> react(moment, Signal.Kind.SILENCE, "silence", Act.OTHER);
            case NONSENSE -> react(moment, Signal.Kind.NOT_UNDERSTOOD, "nonsense", Act.OTHER);
            case COMMAND -> react(moment, Signal.Kind.COMMAND, "command", Act.OTHER);
            case ONE_WORD, CLEAR -> {
                return understood(moment);
            }
        }
        mind.closedInARow = 0;
        return true;
    }

    private boolean understood(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        if (heard.says("rude")) {
            mind.affronts++;
            react(moment, Signal.Kind.RUDE, "rude", Act.REJECTION);
            return true;
        }
        if (heard.pushes()) {
            react(moment, Signal.Kind.PRESSURE, "pressure", Act.REJECTION);
            return true;
        }
        if (heard.attacks()) {
            react(moment, Signal.Kind.COMPETITOR_ATTACK, "attack", Act.OTHER);
            return true;
        }
        if (heard.repeats() > 0 && !answersAnew(heard)) {
            buyer.signal(moment, Signal.Kind.REPEATED);
            boolean counts = heard.repeats() > 1 && buyer.chance(moment, "counts", 0.5);
            String line = buyer.tongue()
                    .say(
                            counts ? "repeated_count" : "repeated",
                            Map.of(
                                    "ordinal",
                                    buyer.tongue().ordinal(heard.repeats() + 1),
                                    "count",
                                    buyer.tongue().count(heard.repeats() + 1)),
                            moment.turn);
            moment.say(line, Act.OTHER, "repeated");
            return true;
        }
        return false;
    }

    /** The same fact may answer another objection; that is no repetition the first time. */
    private boolean answersAnew(Heard heard) {
        Mind mind = buyer.mind();
        return heard.repeats() == 1
                && mind.heardExactly.getOrDefault(Ear.exactly(heard.words()), 0) == 0
                && mind.standing().stream().anyMatch(id -> {
                    Mind.Standing standing = mind.objections.getOrDefault(id, new Mind.Standing());
                    return standing.saidAt == mind.heardTurns - 1
                            && !standing.points.containsAll(heard.points().getOrDefault(id, Set.of()));
                });
    }

    private void react(Moment moment, Signal.Kind kind, String situation, Act act) {
        buyer.signal(moment, kind);
        moment.say(buyer.small(moment, situation), act, situation);
    }
}
