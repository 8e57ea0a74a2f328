package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.jspecify.annotations.Nullable;

/** Who decides, and whether the seller found out. */
final class Deciding {

    private static final String DECIDES = "identified_decision_process";

    private Deciding() {}

    static void look(Script script, Notes notes) {
        for (Line line : script.rep) {
            asked(line, script, notes);
            if (line.has("brushed_aside")) {
                notes.add(DECIDES, CONTRADICTS, 0.7, line, "brushed_aside");
            }
        }
        for (Line line : script.buyer) {
            Sentence told = told(line);
            if (told != null) {
                Line after = Script.repAfter(line);
                notes.add(DECIDES, HALF, 0.7, line, told);
                if (after != null && after.asks() && after.has("moves_to_involve")) {
                    notes.add(DECIDES, SUPPORTS, 0.6, after, "moves_to_involve");
                }
            }
        }
        boolean found = notes.count(DECIDES, SUPPORTS) + notes.count(DECIDES, HALF) > 0;
        boolean consumer =
                script.lines.stream().mapToInt(line -> line.count("consumer")).sum() >= 3;
        if (!found && consumer) {
            notes.noOccasion.add(DECIDES);
        }
    }

    private static void asked(Line line, Script script, Notes notes) {
        Sentence question = question(line);
        Line answer = Script.buyerAfter(line);
        if (question == null || answer == null) {
            return;
        }
        boolean told = answer.has("decides_answer") || told(answer) != null;
        int token = line.cues.of("decides_question").at(question);
        if (script.lean < -0.35 || line.cues.of("decides_jargon").in(question) || answer.cutOff) {
            notes.add(DECIDES, HALF, 0.6, line, question, token);
        } else if (told) {
            notes.add(DECIDES, SUPPORTS, 0.8, line, question, token);
            notes.add(DECIDES, SUPPORTS, 0.75, answer, "decides_answer");
        } else {
            notes.add(DECIDES, HALF, 0.4, line, question, token);
        }
    }

    /** Somebody and what they decide, in one sentence. */
    private static @Nullable Sentence told(Line line) {
        for (Sentence sentence : line.sentences) {
            if (line.cues.of("decides_people").in(sentence)
                    && line.cues.of("decides_verb").in(sentence)) {
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
