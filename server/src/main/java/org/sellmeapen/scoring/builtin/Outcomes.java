package org.sellmeapen.scoring.builtin;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.scoring.Shows;

/** How it ended, by what the buyer answered to the last requests. */
final class Outcomes {

    private Outcomes() {}

    static Ending of(Script script, Notes notes) {
        Line sold = null;
        Line refused = null;
        for (Line line : script.buyer) {
            if (script.place(line) > 0.6) {
                sold = commits(line) ? line : sold;
                refused = closes(line) ? line : refused;
            }
        }
        if (refused != null && (sold == null || sold.at < refused.at)) {
            return ending(Outcome.NO_SALE, refused, "closes_door");
        }
        if (sold != null) {
            return ending(Outcome.SALE, sold, "buys");
        }
        boolean agreed = notes.count(NextStep.NEXT, Shows.SUPPORTS) > 0;
        Line last = agreed ? fixed(script, notes) : null;
        if (last != null) {
            return ending(Outcome.NEXT_STEP, last, last.has("firm_day") ? "firm_day" : "accepts");
        }
        Line end = script.buyer.isEmpty() ? null : script.buyer.getLast();
        return end == null || end.sentences.isEmpty()
                ? new Ending(Outcome.UNDECIDED, -1, "")
                : ending(Outcome.UNDECIDED, end, "refuses");
    }

    private static @Nullable Line fixed(Script script, Notes notes) {
        Line last = null;
        for (Line line : script.buyer) {
            boolean seen = notes.seen.stream()
                    .anyMatch(one -> one.criterion().equals(NextStep.NEXT)
                            && one.turn() == line.at
                            && one.shows() == Shows.SUPPORTS);
            last = seen ? line : last;
        }
        return last;
    }

    /** Says the buying words, or says yes to a plain request for the order. */
    private static boolean commits(Line line) {
        if (line.has("refuses_hard") || line.main(Act.REJECTION, Act.STALL) > 0.6) {
            return false;
        }
        Line asked = Script.repBefore(line);
        boolean request = asked != null && (asked.main(Act.CLOSE_ASK) > 0.5 || asked.asks() && asked.has("order_ask"));
        boolean small = asked != null
                && (asked.has("commit_small") || asked.has("meeting_ask") || asked.has("decides_question"));
        return line.sentences.stream()
                .anyMatch(one -> clear(one, line)
                        && (line.cues.of("buys").in(one)
                                || request && !small && line.cues.of("says_yes").in(one)));
    }

    /** A sentence without a condition, a doubt or a question in it. */
    private static boolean clear(Sentence sentence, Line line) {
        return !sentence.asked() && !line.cues.of("holds_back").in(sentence);
    }

    /** The buyer's own words that close the door, near the end; a yes that comes later opens it again. */
    static boolean closes(Line line) {
        if (line.has("reopens")) {
            return false;
        }
        boolean last = later(line) <= 2;
        boolean opened = later(line) > 0 && reopened(line);
        return last && !opened && (line.has("closes_door") || line.main(Act.REJECTION) > 0.75 && line.has("refuses"))
                || line.has("closes_door") && line.main(Act.REJECTION) > 0.5 && !opened;
    }

    /** The buyer's turns still to come, 3 for more. */
    private static int later(Line line) {
        int turns = 0;
        for (Line at = line.after; at != null && turns < 3; at = at.after) {
            turns += at.buyer() ? 1 : 0;
        }
        return turns;
    }

    private static boolean reopened(Line line) {
        for (Line at = line.after; at != null; at = at.after) {
            if (at.buyer()
                    && (at.has("firm_day") || at.has("buys"))
                    && at.main(Act.AGREEMENT, Act.BUYING_SIGNAL) > 0.5) {
                return true;
            }
        }
        return false;
    }

    private static Ending ending(Outcome outcome, Line line, String cue) {
        Sentence sentence = line.with(cue) != null ? line.with(cue) : line.sentences.getFirst();
        return new Ending(outcome, line.at, sentence == null ? "" : sentence.quote(0));
    }
}
