package org.sellmeapen.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** What a vendor is told: who it plays, what to say, and after a break what had been said. No more than was disclosed. */
final class RelayMemory {

    private static final int KEPT = 16;

    private record Said(boolean byPerson, String text) {}

    private final VoiceBrief brief;
    private final Deque<Said> said = new ArrayDeque<>();
    private String steering = "";
    private int nextTurn;

    RelayMemory(VoiceBrief brief) {
        this.brief = brief;
        this.nextTurn = brief.nextTurn();
    }

    void add(boolean byPerson, String text) {
        if (!text.isBlank()) {
            said.add(new Said(byPerson, text));
            if (said.size() > KEPT) {
                said.remove();
            }
        }
    }

    void recorded(int turn) {
        nextTurn = Math.max(nextTurn, turn + 1);
    }

    /** The turn that an answer will have in the record whose question is not in it yet. */
    int foretold() {
        int turn = nextTurn + 1;
        nextTurn = turn + 1;
        return turn;
    }

    String order(String text) {
        return brief.instructions() + "\n\nSay this now, word for word, as " + brief.personaKey()
                + " would say it aloud, in the language it is written in. Add nothing, leave nothing out, answer nothing"
                + " else:\n" + text;
    }

    /** For the answers to come: what the mind would have said shows where the person stands with it. */
    String steering(List<Mind.SaidTurn> instead) {
        steering = brief.instructions() + "\n\nAt this point of the conversation " + brief.personaKey()
                + " stands where these words come from; keep to their mood, and tell no fact beyond them and beyond what was"
                + " said before:\n" + instead.stream().map(Mind.SaidTurn::text).collect(Collectors.joining("\n"));
        return steering;
    }

    /** A new leg knows nothing. */
    void tell(Vendor leg, boolean late) {
        said.forEach(one -> leg.remember(one.byPerson(), one.text()));
        if (late && !steering.isEmpty()) {
            leg.instruct(steering);
        }
    }
}
