package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.sellmeapen.conversation.Act;

/** What was fixed for afterwards: a day, and the other side's yes to it. */
final class NextStep {

    static final String NEXT = "agreed_concrete_next_step";

    private NextStep() {}

    static void look(Script script, Notes notes) {
        int agreed = 0;
        int offered = 0;
        int vague = 0;
        int refused = 0;
        double last = 0;
        // A no that comes later takes the date with it.
        int closed = script.buyer.stream()
                .filter(Outcomes::closes)
                .mapToInt(line -> line.at)
                .max()
                .orElse(-1);
        for (Line line : script.lines) {
            if (script.place(line) < 0.45) {
                continue;
            }
            Line after = line.after;
            boolean dated = line.has("firm_day");
            boolean pair = after != null && after.turn.speaker() != line.turn.speaker();
            Line rep = line.rep() || after == null ? line : after;
            Line buyer = line.rep() && after != null ? after : line;
            if (dated && pair && fixes(line, rep, buyer) && closed <= buyer.at) {
                notes.add(NEXT, SUPPORTS, 0.8, rep, "firm_day");
                notes.add(NEXT, SUPPORTS, 0.75, buyer, "firm_day");
                agreed++;
                last = script.place(line);
            } else if (dated && line.rep() && proposes(line)) {
                boolean no = pair && buyer.has("refuses_hard");
                notes.add(NEXT, no ? CONTRADICTS : HALF, 0.5, line, "firm_day");
                offered++;
                refused += no ? 1 : 0;
            } else if (line.rep() && line.has("vague_follow")) {
                notes.add(NEXT, CHANCE_MISSED, 0.6, line, "vague_follow");
                notes.maybe(NEXT, 0.3, line, line.with("vague_follow"));
                vague++;
            } else if (line.rep() && (line.has("follows_up") && line.has("when") || line.main(Act.NEXT_STEP) > 0.6)) {
                notes.add(NEXT, HALF, 0.45, line, "follows_up");
                offered++;
            }
        }
        notes.gauge(NEXT, "dated and accepted", Math.min(3, agreed));
        notes.gauge(NEXT, "any dated and accepted", Math.min(1, agreed));
        notes.gauge(NEXT, "offered", Math.min(3, offered));
        notes.gauge(NEXT, "refused", Math.min(1, refused));
        notes.gauge(NEXT, "vague", Math.min(2, vague));
        notes.gauge(NEXT, "place of the last agreement", last);
        notes.gauge(
                NEXT,
                "step by its act",
                script.rep.stream()
                        .filter(line -> script.place(line) > 0.6)
                        .mapToDouble(line -> line.act(Act.NEXT_STEP))
                        .max()
                        .orElse(0));
    }

    /** A day one side names for something to happen, and the other accepts or repeats. */
    private static boolean fixes(Line line, Line rep, Line buyer) {
        return line.rep()
                ? proposes(rep) && accepts(buyer)
                : !buyer.has("refuses_hard")
                        && !buyer.has("closes_door")
                        && (rep.has("firm_day") || rep.main(Act.NEXT_STEP) > 0.5)
                        && buyer.main(Act.OBJECTION_TIMING, Act.REJECTION) < 0.6;
    }

    private static boolean proposes(Line rep) {
        return rep.has("follows_up")
                || rep.act(Act.NEXT_STEP, Act.CLOSE_ASK) > 0.3
                || rep.asks() && rep.has("meeting_ask");
    }

    static boolean accepts(Line buyer) {
        boolean asks = !buyer.sentences.isEmpty() && buyer.sentences.getFirst().asked();
        boolean yes = buyer.has("accepts")
                || !asks && buyer.has("firm_day")
                || !asks && buyer.main(Act.AGREEMENT, Act.BUYING_SIGNAL, Act.GOODBYE) > 0.5;
        boolean no = buyer.has("refuses_hard") || buyer.has("displeased") && !buyer.has("firm_day");
        return yes && !no && buyer.main(Act.REJECTION, Act.STALL) < 0.6;
    }
}
