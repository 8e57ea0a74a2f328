package org.sellmeapen.scoring.builtin;

import static org.sellmeapen.scoring.Shows.CHANCE_MISSED;
import static org.sellmeapen.scoring.Shows.CONTRADICTS;
import static org.sellmeapen.scoring.Shows.HALF;
import static org.sellmeapen.scoring.Shows.SUPPORTS;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/** Questions, what is made of the answers, and the trouble that comes to light. */
final class Discovery {

    private static final String OPEN = "asked_open_questions";
    private static final String FOLLOWED = "followed_up_on_answers";
    private static final String NEED = "uncovered_need_or_pain";

    /** An answer of so many words tells something, whatever its words are. */
    private static final int LONG = 24;

    private Discovery() {}

    static void look(Script script, Notes notes) {
        script.rep.forEach(line -> openQuestion(line, notes));
        script.rep.forEach(line -> followUp(line, script, notes));
        script.buyer.forEach(line -> need(line, script, notes));
    }

    private static void openQuestion(Line line, Notes notes) {
        for (int k = 0; k < line.sentences.size(); k++) {
            Sentence sentence = line.sentences.get(k);
            if (!Questions.open(sentence, line.cues)) {
                continue;
            }
            int after = tokensAfter(line, k);
            boolean read = answeredByAsker(line, k) || line.cues.of("leading").in(sentence);
            Line answer = Script.buyerAfter(line);
            int length = answer == null ? 0 : answer.tokens();
            if (read || after > 40) {
                notes.add(OPEN, CONTRADICTS, 0.7, line, sentence);
            } else if (length >= 3) {
                notes.add(OPEN, SUPPORTS, Math.min(0.9, 0.55 + 0.02 * length), line, sentence);
            } else {
                notes.add(OPEN, HALF, 0.5, line, sentence);
            }
        }
    }

    static boolean answeredByAsker(Line line, int at) {
        for (int k = at; k < line.sentences.size(); k++) {
            if (line.cues.of("self_answered").in(line.sentences.get(k))) {
                return true;
            }
        }
        return false;
    }

    private static int tokensAfter(Line line, int at) {
        int tokens = 0;
        for (int k = at + 1; k < line.sentences.size(); k++) {
            tokens += Questions.asks(line.sentences.get(k), line.cues)
                    ? 0
                    : line.sentences.get(k).tokens().size();
        }
        return tokens;
    }

    /** The last genuine question of a turn, or null. */
    static @Nullable Sentence asked(Line line) {
        for (int k = line.sentences.size() - 1; k >= 0; k--) {
            Sentence sentence = line.sentences.get(k);
            if (Questions.asks(sentence, line.cues)) {
                boolean spoiled = line.cues.of("leading").in(sentence) || answeredByAsker(line, k);
                return spoiled || tokensAfter(line, k) > 25 ? null : sentence;
            }
        }
        return null;
    }

    private static void followUp(Line line, Script script, Notes notes) {
        Line said = Script.buyerBefore(line);
        if (said == null || said.tokens() < 2) {
            return;
        }
        Line before = Script.repBefore(said);
        boolean answer = before != null && before.asks();
        Sentence question = asked(line);
        Sums.Found worked = Sums.worked(line, script);
        if (worked != null && said.numbers.size() > 0) {
            notes.add(FOLLOWED, SUPPORTS, 0.75, line, worked.sentence());
            return;
        }
        boolean dwelt = line.shared(said.stems) > 0;
        boolean deeper = question != null
                && (sharedIn(line, question, said) > 0
                        || line.cues.of("follows_on").in(question));
        if (question == null || line.tokens() > 60) {
            if (said.cutOff || said.tokens() >= 12 && said.has("trouble") && !dwelt) {
                notes.add(FOLLOWED, CHANCE_MISSED, 0.6, line, (Sentence) null);
            }
            return;
        }
        boolean substance = said.tokens() >= 5 || !said.numbers.isEmpty();
        boolean brief = question.tokens().size() <= 5 && line.tokens() <= 12;
        double act = line.act(Act.FOLLOW_UP_QUESTION);
        double sure = 0.2
                + (deeper ? 0.35 : 0)
                + (brief && said.tokens() >= 8 ? 0.2 : 0)
                + (dwelt ? 0.1 : 0)
                + 0.3 * act
                + (substance ? 0.05 : -0.25)
                + (answer ? 0.05 : 0)
                - (line.tokens() > 30 ? 0.1 : 0)
                + 0.2 * script.lean;
        if (said.cutOff
                || line.has("hype")
                || script.place(line) > 0.8
                || line.cues.of("close_ask").in(question)) {
            sure -= 0.3;
        }
        if (sure >= 0.6) {
            notes.add(FOLLOWED, SUPPORTS, sure, line, question);
        } else if (sure >= 0.45) {
            notes.add(FOLLOWED, HALF, sure, line, question);
        }
    }

    private static int sharedIn(Line line, Sentence sentence, Line said) {
        int shared = 0;
        for (Token token : sentence.tokens()) {
            String stem = line.stem(token);
            shared += stem != null && said.stems.contains(stem) ? 1 : 0;
        }
        return shared;
    }

    private static void need(Line line, Script script, Notes notes) {
        int trouble = line.count("trouble");
        Line before = Script.repBefore(line);
        Line after = Script.repAfter(line);
        Sentence question = before == null ? null : asked(before);
        boolean elicited = question != null
                && !line.cues.of("decides_question").in(question)
                && !line.cues.of("close_ask").in(question);
        int length = line.tokens();
        if (length < 4 || script.place(line) > 0.75 || trouble == 0 && length < LONG) {
            return;
        }
        Phrases cue = line.cues.of("trouble");
        Sentence sentence = line.with("trouble");
        int token = sentence == null ? 0 : cue.at(sentence);
        boolean spoiled = after != null && (after.has("counters") || after.has("insult") || after.has("hype"));
        boolean consequence = line.has("consequence") || trouble >= 2;
        boolean careless = script.lean < -0.35;
        if (line.cutOff || spoiled && trouble > 0) {
            notes.add(NEED, CONTRADICTS, 0.6, line, sentence, token);
        } else if (elicited && !careless && trouble > 0 && length >= 8 && (consequence || script.lean > 0.35)) {
            notes.add(NEED, SUPPORTS, Math.min(0.9, 0.55 + 0.06 * trouble), line, sentence, token);
        } else if (elicited && !careless && length >= LONG) {
            notes.add(NEED, SUPPORTS, 0.55, line, sentence, token);
        } else if (elicited && (trouble > 0 || length >= LONG)) {
            notes.add(NEED, HALF, 0.6, line, sentence, token);
        } else if (!careless
                && after != null
                && asked(after) != null
                && (after.shared(line.stems) > 0 || length >= 12)) {
            notes.add(NEED, HALF, 0.5, line, sentence, token);
        } else if (Objections.strength(line, script) < 0.5) {
            notes.add(NEED, CHANCE_MISSED, 0.5, line, sentence, token);
        }
    }
}
