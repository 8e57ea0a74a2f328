package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Outcome;

/**
 * Plays a whole conversation in one go, without a clock or a disk: for the command line, for measurements and for tests.
 */
public final class Dialogue {

    private Dialogue() {}

    /** Whoever speaks for the person: sees all turns so far and says the next one, or nothing more. */
    @FunctionalInterface
    public interface Speech {
        Optional<String> next(List<MarkedTurn> soFar);
    }

    /** @param ending absent when the person stopped before the counterpart had decided */
    public record Played(List<MarkedTurn> turns, Optional<Ending> ending) {

        /** What it came to; a conversation that nobody ended is undecided. */
        public Outcome outcome() {
            return ending.map(Ending::outcome).orElse(Outcome.UNDECIDED);
        }
    }

    /** @param mostTurns of the person */
    public static Played play(Counterpart counterpart, Speech person, int mostTurns) {
        List<MarkedTurn> turns = new ArrayList<>(counterpart.open());
        for (int k = 0; k < mostTurns && counterpart.ending().isEmpty(); k++) {
            Optional<String> said = person.next(List.copyOf(turns));
            if (said.isEmpty()) {
                break;
            }
            turns.addAll(counterpart.hear(said.get()));
        }
        return new Played(List.copyOf(turns), counterpart.ending());
    }
}
