package org.sellmeapen.voice;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;

/**
 * The counterpart's half of a pipeline: says its turns, follows what of them sounds at the other end, and gives way. Told
 * what was heard of a turn, the record keeps that and no more.
 */
final class Playback implements Mouth.Told, BargeIn.Decisions {

    /** A page that was told to stop says where it stopped; after this long the server goes by its own reckoning. */
    private static final int TELL_WITHIN_MS = 300;

    private static final int UNTOLD_MS = 2_000;

    private final Desk desk;
    private final Loop loop;
    private final Iterator<TextToSpeech> voices;
    private final Outgoing out;
    private final Mouth mouth;
    private final BargeIn bargeIn;
    private final StageWatch watch;
    private final StepDown stepDown;

    private @Nullable TextToSpeech voice;
    private int stopping = -1;
    /** The latest turn that was said clause by clause. */
    private int begun = -1;

    private int playingTurn = -1;
    private long playingSince;

    Playback(Desk desk, Equipment equipment, StageWatch watch, StepDown stepDown) {
        this.desk = desk;
        this.loop = desk.loop();
        this.watch = watch;
        this.stepDown = stepDown;
        voices = equipment.mouths().iterator();
        out = new Outgoing(loop, desk.wire(), this::sent);
        mouth = new Mouth(loop, out, this, desk.call().brief().language(), equipment.voice());
        bargeIn = new BargeIn(loop, this);
        nextVoice();
    }

    /** Who speaks now; null: words on the screen alone. */
    @Nullable
    TextToSpeech voice() {
        return voice;
    }

    boolean isSpeaking() {
        return mouth.isSpeaking();
    }

    /** @param tooLate they went on after all: the counterpart had opened its mouth, and shuts it again */
    void speak(List<Mind.SaidTurn> answers, boolean tooLate) {
        if (answers.isEmpty()) {
            mouth.forget();
            return;
        }
        if (answers.getFirst().i() <= begun) {
            mouth.ends(answers.getFirst().i()); // it was said as it came
            return;
        }
        watch.answered(answers.getFirst().i());
        if (tooLate) {
            mouth.forget();
            for (Mind.SaidTurn unheard : answers) {
                desk.scribe().cut(unheard.i(), "", 0, desk.tape().span(unheard.i(), 0, desk.clockMs()));
            }
            return;
        }
        for (Mind.SaidTurn answer : answers) {
            mouth.say(answer.i(), answer.text());
        }
    }

    /** The next clause of a turn whose end is not known yet; the first one opens its mouth. */
    void speakOn(int turn, String clause, boolean tooLate) {
        if (mouth.goesOn(turn, clause)) {
            return;
        }
        if (turn <= begun || tooLate) {
            if (turn > begun) {
                begun = turn;
                watch.answered(turn);
                desk.scribe().cut(turn, "", 0, desk.tape().span(turn, 0, desk.clockMs()));
            }
            return; // it was cut off
        }
        begun = turn;
        watch.answered(turn);
        mouth.begin(turn, clause);
    }

    /** Begins to say it under its breath; kept until something is said or {@link #forget()}. */
    void prepare(String answer) {
        mouth.prepare(answer);
    }

    void forget() {
        mouth.forget();
    }

    void close() {
        bargeIn.reset();
        mouth.stop();
    }

    // ---- what sounds at the other end

    void playing(ClientMessage.Playing playing) {
        playingTurn = playing.turn();
        playingSince = playing.atMs() - playing.fromMs();
        watch.sounds(playing.turn(), desk.clockMs() - playing.atMs());
    }

    void played(ClientMessage.Played played) {
        if (played.turn() == mouth.currentTurn()) {
            long ms = Math.max(0, played.atMs() - playingSince);
            desk.scribe().sounded(played.turn(), desk.tape().span(played.turn(), ms, played.atMs()));
        }
        mouth.heardAll(played.turn());
    }

    // ---- the word is taken

    /** The person speaks while this sounds, for so long already. */
    void overIt(long spokenMs) {
        bargeIn.speechStarted(spokenMs);
    }

    void nothingOverIt() {
        bargeIn.speechStopped();
    }

    /** What they say over it is more than a nod. */
    void wordsOverIt() {
        bargeIn.words();
    }

    @Override
    public void duck() {
        out.urgent(new ServerMessage.Duck(mouth.currentTurn()));
    }

    @Override
    public void restore() {
        out.urgent(new ServerMessage.Restore(mouth.currentTurn()));
    }

    @Override
    public void stop() {
        int turn = mouth.currentTurn();
        if (turn < 0 || turn == stopping) {
            return;
        }
        stopping = turn;
        out.urgent(new ServerMessage.Stop(turn));
        loop.after(TELL_WITHIN_MS, () -> {
            if (mouth.currentTurn() == turn) {
                cutNow();
            }
        });
    }

    /** The word is taken, by our own reckoning of what has sounded. */
    void cutNow() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            out.urgent(new ServerMessage.Stop(turn));
            cutAt(turn, turn == playingTurn ? Math.max(0, desk.clockMs() - playingSince) : mouth.soundedMs());
        }
    }

    /** @param toldMs how much of it sounded, as the page tells it */
    void cutAt(int turn, long toldMs) {
        long playedMs = mouth.audible(toldMs);
        if (mouth.isWhole(turn, playedMs)) {
            mouth.heardAll(turn);
            return;
        }
        String heardOfIt = mouth.cut(turn, playedMs);
        if (heardOfIt != null) {
            bargeIn.reset();
            desk.scribe().cut(turn, heardOfIt, playedMs, desk.tape().span(turn, playedMs, desk.clockMs()));
        }
    }

    // ---- the mouth's news

    private void sent(Frame.Speech speech) {
        desk.tape().sent(speech.turn(), speech.fromMs(), desk.clockMs(), speech.pcm());
        watch.sent(speech.turn());
    }

    @Override
    public void silent() {
        desk.silent();
    }

    /** Who does not tell that it was heard will have heard it by then. */
    @Override
    public void said(int turn, long audioMs) {
        loop.after(out.waitingMs() + out.aheadMs() + UNTOLD_MS, () -> mouth.heardAll(turn));
    }

    @Override
    public void failed(int turn, SpeechFailed why) {
        if (nextVoice()) {
            stepDown.to(ServerMessage.Down.NEXT_PROVIDER, why.code());
        } else {
            stepDown.to(ServerMessage.Down.TEXT, why.code());
        }
    }

    private boolean nextVoice() {
        voice = voices.hasNext() ? voices.next() : null;
        mouth.use(voice);
        return voice != null;
    }
}
