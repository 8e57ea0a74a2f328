package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;

/** Says the counterpart's turns, clause by clause, the next one in the making while one sounds. */
final class Mouth {

    /** What it tells the desk. */
    interface Told {
        void said(int turn, long audioMs);

        /** All there was to say was heard. */
        void silent();

        /** No word of this turn, or not all of it, can be spoken. */
        void failed(int turn, SpeechFailed why);
    }

    /** The next clause is made when less than this is waiting to be sent, in milliseconds. */
    private static final int ENOUGH_MS = 2_000;

    /** Who stops a voice this close to its end has heard all of it. */
    private static final int HARDLY_MS = 150;

    private final Loop loop;
    private final Outgoing out;
    private final Told told;
    private final String language;
    private final VoiceChoice voice;
    private final TurnsToSay waiting = new TurnsToSay();

    private @Nullable TextToSpeech speaker;
    private @Nullable Speaking now;
    private @Nullable PreparedClause prepared;

    Mouth(Loop loop, Outgoing out, Told told, String language, VoiceChoice voice) {
        this.loop = loop;
        this.out = out;
        this.told = told;
        this.language = language;
        this.voice = voice;
    }

    /** Takes this voice from the next clause on; null: silence, and words on the screen alone. */
    void use(@Nullable TextToSpeech speaker) {
        this.speaker = speaker;
    }

    boolean isSpeaking() {
        return now != null;
    }

    /** Makes the first clause of what may have to be said; kept until something is said or {@link #forget()}. */
    void prepare(String text) {
        List<String> clauses = ClauseSplitter.split(text, language);
        if (now != null || clauses.isEmpty() || (prepared != null && prepared.says(clauses.getFirst()))) {
            return;
        }
        forget();
        TextToSpeech mouth = speaker;
        if (mouth != null) {
            prepared = PreparedClause.begin(loop, mouth, new Utterance(clauses.getFirst(), language, voice));
        }
    }

    void forget() {
        if (prepared != null) {
            prepared.cancel();
            prepared = null;
        }
    }

    void say(int turn, String text) {
        waiting.add(turn, text, false);
        next();
    }

    /** Opens a turn of which only this much is known. */
    void begin(int turn, String words) {
        waiting.add(turn, words, true);
        next();
    }

    /** More of a turn that was begun; false where it is not the one that is being said. */
    boolean goesOn(int turn, String words) {
        Speaking speaking = now;
        if (speaking == null || speaking.turn != turn || !speaking.open) {
            return waiting.goesOn(turn, words);
        }
        speaking.clauses.addAll(ClauseSplitter.split(words, language));
        speaking.wakes();
        return true;
    }

    /** No more of that turn will come. */
    void ends(int turn) {
        Speaking speaking = now;
        if (speaking != null && speaking.turn == turn && speaking.open) {
            speaking.open = false;
            speaking.wakes();
        } else {
            waiting.ends(turn);
        }
    }

    /** Where the turn was cut off: what was heard of it. Empty where that turn is not sounding. */
    @Nullable
    String cut(int turn, long playedMs) {
        Speaking cut = now;
        if (cut == null || cut.turn != turn) {
            return null;
        }
        stop();
        return cut.spoken.heardBy(playedMs);
    }

    /** Falls silent, whatever was to be said. */
    void stop() {
        forget();
        waiting.clear();
        if (now != null) {
            now.cancel();
            now = null;
        }
        out.drop();
    }

    /** All of the current turn was heard at the other end. */
    void heardAll(int turn) {
        if (now != null && now.turn == turn && now.finished) {
            now = null;
            next();
            if (now == null) {
                told.silent();
            }
        }
    }

    /** How much of the current turn must have sounded by now, as far as is known here. */
    long soundedMs() {
        return now == null ? 0 : Math.max(0, now.spoken.ms() - out.waitingMs() - out.aheadMs());
    }

    /** What of the current turn can have sounded, whatever the other end says: no more than was sent there. */
    long audible(long playedMs) {
        return now == null ? 0 : Math.clamp(playedMs, 0, Math.max(0, now.spoken.ms() - out.waitingMs()));
    }

    /** Whether nothing of that turn was left unheard when its audio had sounded up to there. */
    boolean isWhole(int turn, long playedMs) {
        return now != null && now.turn == turn && now.finished && playedMs >= now.spoken.ms() - HARDLY_MS;
    }

    int currentTurn() {
        return now == null ? -1 : now.turn;
    }

    private void next() {
        TurnsToSay.Text text = now == null ? waiting.next() : null;
        if (text != null) {
            now = new Speaking(text);
            now.clause();
        }
    }

    private final class Speaking {
        private final int turn;
        private final List<String> clauses;
        private final SpokenTurn spoken = new SpokenTurn();
        private final FramePacker packer = new FramePacker(this::send);
        private int n = -1;
        private boolean finished;
        private boolean open;
        /** It has said all it knows, and waits for more. */
        private boolean idle;

        private Loop.@Nullable Work work;
        private @Nullable PreparedClause from;

        Speaking(TurnsToSay.Text text) {
            turn = text.turn();
            clauses = ClauseSplitter.split(text.words(), language);
            open = text.open();
        }

        void wakes() {
            if (idle) {
                idle = false;
                clause();
            }
        }

        void clause() {
            if (open && n + 1 >= clauses.size()) {
                idle = true;
                return;
            }
            n++;
            if (n >= clauses.size()) {
                finish();
                return;
            }
            String clause = clauses.get(n);
            spoken.begin(clause);
            out.add(new Frame.Control(turn, new ServerMessage.Clause(turn, n, clause, spoken.ms())));
            TextToSpeech mouth = speaker;
            if (mouth == null) {
                clauseDone(null);
                return;
            }
            PreparedClause ready = n == 0 ? prepared : null;
            if (ready != null && ready.says(clause)) {
                prepared = null;
                from = ready;
                ready.handTo(this::take, this::clauseDone);
                return;
            }
            if (n == 0) {
                forget();
            }
            work = ClauseSynthesis.begin(
                    loop, mouth, new Utterance(clause, language, voice), this::take, this::clauseDone);
        }

        void take(ClauseSynthesis.Part part) {
            SpokenClause clause = spoken.latest();
            switch (part) {
                case ClauseSynthesis.Audio audio -> packer.add(audio.samples());
                case ClauseSynthesis.Word word -> clause.word(word.atMs(), word.toChar());
                case ClauseSynthesis.Shapes shapes ->
                    out.add(new Frame.Control(
                            turn, new ServerMessage.Visemes(turn, n, shapes.shiftedBy(clause.fromMs()))));
            }
        }

        void clauseDone(@Nullable SpeechFailed why) {
            work = null;
            from = null;
            if (now != this) {
                return;
            }
            if (why != null) {
                told.failed(turn, why);
                if (now != this) {
                    return;
                }
            } else {
                packer.flush();
            }
            spoken.latest().done();
            afterClause();
        }

        private void afterClause() {
            if (now != this) {
                return;
            }
            if (out.waitingMs() > ENOUGH_MS) {
                loop.after(200, this::afterClause);
                return;
            }
            clause();
        }

        private void send(ByteBuf pcm) {
            long at = spoken.ms();
            spoken.grow(FramePacker.MS);
            out.add(new Frame.Speech(turn, at, FramePacker.MS, pcm));
        }

        private void finish() {
            finished = true;
            out.add(new Frame.Control(turn, new ServerMessage.Said(turn, spoken.ms())));
            told.said(turn, spoken.ms());
            if (spoken.ms() == 0) {
                heardAll(turn); // nothing sounds, so nobody will say that it was heard
            }
        }

        void cancel() {
            if (work != null) {
                work.cancel();
            }
            if (from != null) {
                from.cancel();
            }
        }
    }
}
