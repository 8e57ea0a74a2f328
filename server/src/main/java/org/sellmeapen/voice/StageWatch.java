package org.sellmeapen.voice;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the stages of an answer; looks on and touches nothing. */
final class StageWatch {

    private final Loop loop;
    private final Consumer<Stages> done;

    private long endOfSpeech = -1;
    private long text;
    private long taken;
    private long firstWord;
    private int turn = -1;
    private @Nullable Long firstAudio;
    private boolean told;

    /** @param done told when the audio begins, and once more when it is known to sound */
    StageWatch(Loop loop, Consumer<Stages> done) {
        this.loop = loop;
        this.done = done;
    }

    void speechEnded(long silentMs) {
        endOfSpeech = loop.nowMs() - silentMs;
        text = 0;
        turn = -1;
        firstAudio = null;
        told = false;
    }

    void textFinal() {
        text = since();
    }

    void taken() {
        taken = since();
        if (text == 0 || text > taken) {
            text = taken;
        }
    }

    void answered(int turn) {
        this.turn = turn;
        firstWord = since();
    }

    void sent(int turn) {
        if (turn == this.turn && firstAudio == null && endOfSpeech >= 0) {
            firstAudio = since();
            done.accept(new Stages(turn, taken, text, firstWord, firstAudio, null));
        }
    }

    /** @param agoMs how long ago it began to sound */
    void sounds(int turn, long agoMs) {
        if (turn == this.turn && firstAudio != null && !told && endOfSpeech >= 0) {
            told = true;
            done.accept(new Stages(turn, taken, text, firstWord, firstAudio, Math.max(0, since() - agoMs)));
        }
    }

    private long since() {
        return Math.max(0, loop.nowMs() - endOfSpeech);
    }
}
