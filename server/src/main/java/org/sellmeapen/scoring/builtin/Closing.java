package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;

/** Whether a decision was asked for, what was fixed, and how it ended. */
final class Closing {

    private static final String ASKED = "asked_for_commitment";
    private static final String NEXT = "agreed_concrete_next_step";

    private Closing() {}

    static Ending look(Script script, Notes notes) {
        boolean cold = script.rep.stream().limit(2).anyMatch(line -> line.has("cold_call"));
        for (Line line : script.rep) {
            if (script.place(line) > 0.3) {
                commitment(line, cold, script, notes);
            }
        }
        nextStep(script, notes);
        return ending(script, notes);
    }

    private static void commitment(Line line, boolean cold, Script script, Notes notes) {
        for (Sentence sentence : line.sentences) {
            boolean question = Questions.asks(sentence, line.cues);
            boolean meeting = line.cues.of("meeting_ask").in(sentence);
            boolean early = line.cues.of("premature").in(sentence) || line.has("pressure");
            Phrases ask = line.cues.of("close_ask");
            boolean firm = ask.in(sentence) && question && !line.cues.of("wh").in(sentence);
            if (firm && !early && (!meeting || cold)) {
                notes.add(ASKED, SUPPORTS, 0.7 + 0.2 * line.act(Act.CLOSE_ASK), line, sentence, ask.at(sentence));
            } else if (cold && meeting && question) {
                notes.add(ASKED, SUPPORTS, 0.65, line, sentence);
            } else if (ask.in(sentence)
                    || line.cues.of("close_soft").in(sentence) && question
                    || early && line.cues.of("premature").in(sentence)) {
                notes.add(ASKED, HALF, 0.6, line, sentence);
            }
        }
        if (line.act(Act.CLOSE_ASK) > 0.75 && !line.has("pressure") && script.place(line) > 0.5) {
            notes.add(ASKED, SUPPORTS, 0.6, line, line.with("close_ask"));
        } else if (line.act(Act.CLOSE_ASK, Act.TRIAL_CLOSE) > 0.5) {
            notes.add(ASKED, HALF, 0.5, line, line.with("close_soft"));
        }
    }

    private static void nextStep(Script script, Notes notes) {
        for (Line line : script.lines) {
            if (script.place(line) < 0.45) {
                continue;
            }
            boolean dated = line.has("firm_day");
            Line after = line.after;
            if (dated && after != null && after.turn.speaker() != line.turn.speaker()) {
                Line rep = line.rep() ? line : after;
                Line buyer = line.rep() ? after : line;
                boolean follows = rep.has("follows_up") || rep.has("firm_day") || script.place(line) > 0.6;
                boolean accepted = line.rep() ? accepts(buyer) : !buyer.has("refuses_hard") && rep.has("firm_day");
                if (follows && accepted) {
                    notes.add(NEXT, SUPPORTS, 0.8, rep, "firm_day");
                    notes.add(NEXT, SUPPORTS, 0.75, buyer, "firm_day");
                } else if (follows && line.rep()) {
                    notes.add(NEXT, buyer.has("refuses_hard") ? CONTRADICTS : HALF, 0.5, rep, "firm_day");
                }
            } else if (line.rep() && line.has("follows_up") && line.has("when") && !line.has("vague_follow")) {
                notes.add(NEXT, HALF, 0.45, line, "follows_up");
            } else if (line.rep() && line.has("vague_follow")) {
                notes.add(NEXT, CHANCE_MISSED, 0.6, line, "vague_follow");
            }
        }
    }

    private static boolean accepts(Line buyer) {
        boolean yes = buyer.has("accepts") || buyer.has("firm_day") || buyer.act(Act.AGREEMENT) > 0.5;
        return yes && !buyer.has("refuses_hard");
    }

    /** What the last words of the buyer come to. */
    private static Ending ending(Script script, Notes notes) {
        Line sold = null;
        Line refused = null;
        for (Line line : script.buyer) {
            if (script.place(line) > 0.4) {
                sold = line.has("buys") && !line.has("refuses_hard") ? line : sold;
                refused = line.has("closes_door") ? line : refused;
            }
        }
        boolean agreed = notes.count(NEXT, SUPPORTS) > 0;
        Line last = script.buyer.isEmpty() ? null : script.buyer.getLast();
        if (sold != null && (refused == null || refused.at < sold.at)) {
            return ending(Outcome.SALE, sold, "buys");
        }
        if (refused != null && !agreed && script.place(refused) > 0.6) {
            return ending(Outcome.NO_SALE, refused, "closes_door");
        }
        if (agreed) {
            for (int k = script.buyer.size() - 1; k >= 0; k--) {
                Line line = script.buyer.get(k);
                if (line.has("firm_day") || line.has("accepts")) {
                    return ending(Outcome.NEXT_STEP, line, line.has("firm_day") ? "firm_day" : "accepts");
                }
            }
        }
        return last == null || last.sentences.isEmpty()
                ? new Ending(Outcome.UNDECIDED, -1, "")
                : ending(Outcome.UNDECIDED, last, "refuses");
    }

    private static Ending ending(Outcome outcome, Line line, String cue) {
        Sentence sentence = line.with(cue) != null ? line.with(cue) : line.sentences.getFirst();
        return new Ending(outcome, line.at, sentence == null ? "" : sentence.quote(0));
    }
}
