package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/**
 * A transcript without the sentences that speak to a judge, forge a result or hide text in an encoding: what is not read
 * cannot be obeyed. Each leaves a mark in its place.
 *
 * @param suspicious something was left out
 */
public record Hygiene(Transcript transcript, boolean suspicious) {

    private static final String MARK = "[…]";

    private static final class Shipped {
        static final Noise NOISE = new Noise(Cues.load("noise"));
    }

    public static Hygiene of(Transcript transcript) {
        List<Turn> turns = new ArrayList<>();
        boolean suspicious = false;
        for (Turn turn : transcript.turns()) {
            List<Sentence> sentences = Sentence.of(turn.text());
            boolean[] noise = Shipped.NOISE.among(sentences);
            StringBuilder text = new StringBuilder();
            int from = 0;
            for (int k = 0; k < noise.length; k++) {
                Sentence sentence = sentences.get(k);
                if (noise[k] || Shipped.NOISE.announces(sentence)) {
                    text.append(turn.text(), from, sentence.start()).append(MARK);
                    from = sentence.end();
                    suspicious = true;
                }
            }
            text.append(turn.text().substring(from));
            turns.add(new Turn(turn.i(), turn.speaker(), text.toString(), turn.startS(), turn.endS()));
        }
        return new Hygiene(new Transcript(transcript.id(), transcript.language(), turns), suspicious);
    }
}
