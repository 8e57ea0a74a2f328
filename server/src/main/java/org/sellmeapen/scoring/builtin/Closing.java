package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Ending;

/** Whether a decision was asked for, what was fixed, and how it ended. */
final class Closing {

    private static final String ASKED = "asked_for_commitment";

    private Closing() {}

    static Ending look(Script script, Notes notes) {
        boolean cold = script.rep.stream().limit(2).anyMatch(line -> line.has("cold_call"));
        double best = 0;
        double second = 0;
        int soft = 0;
        int pushed = 0;
        for (Line line : script.rep) {
            for (Sentence sentence : line.sentences) {
                double worth = ask(line, sentence, cold, script);
                noted(line, sentence, worth, notes);
                soft += line.cues.of("close_soft").in(sentence) && Questions.asks(sentence, line.cues) ? 1 : 0;
                pushed += worth >= 0.5 && Manner.presses(line) ? 1 : 0;
                second = worth > best ? best : Math.max(second, worth);
                best = Math.max(best, worth);
            }
        }
        notes.gauge(ASKED, "plainest request", Math.min(1.2, best));
        notes.gauge(ASKED, "second plainest request", Math.min(1.2, second));
        notes.gauge(ASKED, "soft requests", Math.min(3, soft));
        notes.gauge(ASKED, "requests under pressure", Math.min(2, pushed));
        notes.gauge(
                ASKED,
                "request by its act",
                script.rep.stream()
                        .filter(line -> script.place(line) > 0.35)
                        .mapToDouble(line -> line.act(Act.CLOSE_ASK))
                        .max()
                        .orElse(0));
        notes.gauge(
                ASKED,
                "trial close by its act",
                script.rep.stream()
                        .filter(line -> script.place(line) > 0.45)
                        .mapToDouble(line -> line.main(Act.TRIAL_CLOSE))
                        .max()
                        .orElse(0));
        NextStep.look(script, notes);
        notes.gauge(
                ASKED,
                "next step by its act",
                script.rep.stream()
                        .filter(line -> script.place(line) > 0.6)
                        .mapToDouble(line -> line.main(Act.NEXT_STEP))
                        .max()
                        .orElse(0));
        return Outcomes.of(script, notes);
    }

    private static void noted(Line line, Sentence sentence, double worth, Notes notes) {
        if (worth >= 0.6) {
            notes.add(ASKED, SUPPORTS, Math.min(0.9, worth), line, sentence);
        } else if (worth >= 0.35) {
            notes.add(ASKED, HALF, 0.55, line, sentence);
        } else if (worth >= 0.2) {
            notes.maybe(ASKED, worth, line, sentence);
        }
    }

    /** How plainly a sentence asks for a decision; a demonstration or a leaflet is not one, and an early push is not heard as one. */
    private static double ask(Line line, Sentence sentence, boolean cold, Script script) {
        boolean question = Questions.asks(sentence, line.cues);
        boolean wh = line.cues.of("wh").in(sentence);
        boolean frame = question && line.cues.of("commit_frame").in(sentence)
                || line.cues.of("commit_plain").in(sentence);
        boolean object = line.cues.of("commit_object").in(sentence);
        boolean meeting = line.cues.of("meeting_ask").in(sentence);
        boolean listed = line.cues.of("close_ask").in(sentence) && question;
        boolean plain = line.cues.of("commit_plain").in(sentence);
        double worth = frame && object ? plain ? 0.55 : 0.45 : 0;
        worth += listed ? 0.25 : 0;
        worth += 0.3 * line.main(Act.CLOSE_ASK) + 0.1 * line.act(Act.CLOSE_ASK, Act.TRIAL_CLOSE);
        worth += (meeting || line.main(Act.NEXT_STEP) > 0.5) && question ? cold ? 0.5 : 0.15 : 0;
        worth += question && line.has("firm_day") && line.act(Act.NEXT_STEP, Act.CLOSE_ASK) > 0.3 ? 0.2 : 0;
        worth -= line.cues.of("commit_small").in(sentence) && !cold ? 0.3 : 0;
        worth -= line.cues.of("premature").in(sentence) ? 0.2 : 0;
        worth -= wh ? 0.2 : 0;
        worth -= question || frame ? 0 : 0.25;
        boolean hint = question && line.cues.of("close_soft").in(sentence) || line.main(Act.TRIAL_CLOSE) > 0.5;
        boolean pushed = Manner.presses(line) && line.cues.of("commit_object").in(sentence);
        if (script.place(line) > 0.45 && (hint || pushed)) {
            worth = Math.max(worth, 0.36);
        }
        return script.place(line) < 0.35 ? worth - 0.5 : worth;
    }
}
