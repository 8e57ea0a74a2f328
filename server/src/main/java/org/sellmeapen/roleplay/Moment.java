package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.MindMove;

/** One turn of the seller and the buyer's answer to it while it takes shape. */
final class Moment {

    final Heard heard;
    final int turn;
    final List<MindMove> moved = new ArrayList<>();
    private final List<Direction.Point> parts = new ArrayList<>();

    /** Whether it changed something for the better or the worse. */
    boolean pleased;

    boolean displeased;

    /** Whether an objection was dealt with or raised; a person does one at a time. */
    boolean objected;

    /** It says what the talk is for; naming the product there is no pitch yet. */
    boolean opens;

    Moment(Heard heard, int turn) {
        this.heard = heard;
        this.turn = turn;
    }

    /** Something that counts nothing, such as {@code raised:too_dear}. */
    void event(String what, String rule) {
        moved.add(new MindMove(turn, what, 0, rule));
    }

    void say(String text, Act act, String because) {
        parts.add(new Direction.Point(text, act, because));
    }

    boolean silent() {
        return parts.isEmpty();
    }

    int said() {
        return parts.size();
    }

    String text() {
        return parts.stream().map(Direction.Point::text).collect(Collectors.joining(" "));
    }

    List<Direction.Point> points() {
        return List.copyOf(parts);
    }

    /** What the answer does; known, not guessed. */
    List<ActReading> acts() {
        List<ActReading> acts = new ArrayList<>();
        for (Direction.Point part : parts) {
            if (acts.stream().noneMatch(reading -> reading.act() == part.does())) {
                acts.add(new ActReading(part.does(), 1, List.of(part.because())));
            }
        }
        return acts;
    }
}
