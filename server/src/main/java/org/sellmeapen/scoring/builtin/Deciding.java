package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/** Who decides, and whether the seller found out. */
final class Deciding {

    private static final String DECIDES = "identified_decision_process";

    private Deciding() {}

    static void look(Script script, Notes notes) {
        int asked = 0;
        int answered = 0;
        int brushed = 0;
        int volunteered = 0;
        int involved = 0;
        for (Line line : script.rep) {
            Sentence question = question(line);
            Line answer = Script.buyerAfter(line);
            if (question != null && answer != null) {
                asked++;
                answered += asked(line, question, answer, script, notes) ? 1 : 0;
            }
            if (line.has("brushed_aside")) {
                notes.add(DECIDES, CONTRADICTS, 0.7, line, "brushed_aside");
                brushed++;
            }
        }
        for (Line line : script.buyer) {
            Sentence told = told(line);
            if (told == null) {
                continue;
            }
            Line after = Script.repAfter(line);
            Line before = Script.repBefore(line);
            volunteered += before != null && question(before) != null ? 0 : 1;
            notes.add(DECIDES, HALF, 0.7, line, told);
            if (after != null && involves(after)) {
                notes.add(DECIDES, SUPPORTS, 0.6, after, after.with("moves_to_involve"));
                involved++;
            }
        }
        notes.gauge(DECIDES, "asked and answered", Math.min(1, answered));
        notes.gauge(DECIDES, "asked", Math.min(1, asked));
        notes.gauge(DECIDES, "told unasked", Math.min(2, volunteered));
        notes.gauge(DECIDES, "moved to involve them", Math.min(1, involved));
        notes.gauge(DECIDES, "brushed aside", Math.min(1, brushed));
        boolean found = notes.count(DECIDES, SUPPORTS) + notes.count(DECIDES, HALF) > 0;
        if (!found && script.played()) {
            notes.noOccasion.add(DECIDES);
        }
    }

    /** Whoever proposes to show it to them, or asks what they would say, moves to involve them. */
    private static boolean involves(Line line) {
        if (line.has("brushed_aside") || Manner.presses(line)) {
            return false;
        }
        boolean person = line.has("them");
        return line.has("moves_to_involve") && (line.asks() || person)
                || person && line.asks() && line.has("shares_it");
    }

    private static boolean asked(Line line, Sentence question, Line answer, Script script, Notes notes) {
        boolean told = answer.has("decides_answer") || told(answer) != null;
        int token = line.cues.of("decides_question").at(question);
        if (script.lean < -0.6 || line.cues.of("decides_jargon").in(question) || answer.cutOff) {
            notes.add(DECIDES, HALF, 0.6, line, question, token);
            return false;
        }
        if (told) {
            notes.add(DECIDES, SUPPORTS, 0.8, line, question, token);
            notes.add(DECIDES, SUPPORTS, 0.75, answer, "decides_answer");
            return true;
        }
        notes.add(DECIDES, HALF, 0.4, line, question, token);
        return false;
    }

    /** Somebody else and their part in it, in one sentence; where it was asked, also that there is nobody else. */
    private static @Nullable Sentence told(Line line) {
        Line before = Script.repBefore(line);
        boolean asked = before != null && question(before) != null;
        for (Sentence sentence : line.sentences) {
            boolean person = line.cues.of("decides_roles").in(sentence)
                    || asked && line.cues.of("decides_people").in(sentence);
            boolean part = line.cues.of("decides_verb").in(sentence)
                    || line.cues.of("decides_attends").in(sentence)
                    || line.main(Act.OBJECTION_AUTHORITY) > 0.5;
            if (person && part || asked && line.cues.of("decides_alone").in(sentence)) {
                return sentence;
            }
        }
        return null;
    }

    private static @Nullable Sentence question(Line line) {
        for (Sentence sentence : line.sentences) {
            if (Questions.asks(sentence, line.cues)
                    && line.cues.of("decides_question").in(sentence)) {
                return sentence;
            }
        }
        return null;
    }
}
