package org.sellmeapen.voice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that a call is held in, as the voice knows it. Implemented by the activity that owns it. Calls block
 * and come on virtual threads, one at a time for a conversation, inside the caller's organisation. What they answer is
 * on disk. A refusal ({@link org.sellmeapen.kernel.Problem}) ends the call with its code.
 */
public interface Mind {

    /**
     * A turn of the record.
     *
     * @param i from 0
     * @param speaker {@code rep} or {@code buyer}
     * @param insteadOfModel where built-in words took over from a model: {@code built_in} in all of the turn, {@code both} in its
     *     end
     * @param insteadBecause a code of what stood in its way
     */
    record SaidTurn(
            int i,
            String speaker,
            String text,
            String phase,
            Instant at,
            @Nullable String techniqueTag,
            @Nullable String insteadOfModel,
            @Nullable String insteadBecause) {

        SaidTurn saying(String words) {
            return new SaidTurn(i, speaker, words, phase, at, techniqueTag, insteadOfModel, insteadBecause);
        }
    }

    /** @param turn whose, from 0 */
    record Decision(int turn, String sentence) {}

    /**
     * What came of something said.
     *
     * @param turns everything new, in order: the person's turn first, then the counterpart's
     * @param stage {@code live}, {@code paused}, {@code ended} …
     */
    record Reply(
            List<SaidTurn> turns,
            String stage,
            String phase,
            @Nullable String outcome,
            @Nullable Decision ending) {
        public Reply {
            turns = List.copyOf(turns);
        }

        boolean isOver() {
            return stage.equals("ended") || stage.equals("scored");
        }
    }

    /**
     * The conversation as it stands when somebody enters.
     *
     * @param opening the counterpart's first words where entering made it begin
     * @param latest the counterpart's last turn, where the last word is its own
     */
    record Scene(Reply opening, int nextTurn, @Nullable SaidTurn latest) {}

    /**
     * What the person said.
     *
     * @param key repeats of it bring the same turns
     * @param span where it lies on the call clock; absent for what was typed
     * @param cutOff the counterpart took the word while they were still speaking
     * @param verbatim whether no hesitation was left out of what was spoken
     * @param sureness of whatever recognised it, of its words on average, 0 to 1; absent where it does not say
     */
    record Said(
            String key,
            String text,
            @Nullable Span span,
            boolean cutOff,
            boolean verbatim,
            @Nullable Double sureness) {

        public Said(String key, String text, @Nullable Span span, boolean cutOff) {
            this(key, text, span, cutOff, false, null);
        }
    }

    /** Milliseconds on the call clock. */
    record Span(long startMs, long endMs) {}

    /** Into the room, from the lobby or a pause. */
    Scene enter(Caller caller);

    /** Takes an answer that is worded while it is spoken; told on the calling thread. */
    interface Wording {

        /** What was said is on record, and the answer to it, still in other words, is being worded. Not told where the words were there at once. */
        void begun(Reply heard);

        /**
         * The next clause of that turn.
         *
         * @return whether more is wanted
         */
        boolean clause(int turn, String clause);
    }

    /** One turn of the person, and the answer. */
    Reply hear(Caller caller, Said said);

    /** The same; the answer's clauses may come before all of it is there, and then it consists of them. */
    default Reply hear(Caller caller, Said said, Wording wording) {
        return hear(caller, said);
    }

    /** What the answer to this would be; nothing is stored and nothing moves. Empty where it cannot be said beforehand. */
    List<String> consider(Caller caller, String text);

    /** When a turn of the counterpart sounded. */
    void sounded(Caller caller, int turn, Span span);

    /** The person took the word: only this much of the counterpart's turn was heard, and so it stands in the record. */
    SaidTurn cut(Caller caller, int turn, String heard, Span span);

    /** A counterpart that words its answers by itself said this one so: so it stands in the record. */
    SaidTurn worded(Caller caller, int turn, String words);

    /** What measures how the person speaks, for themselves to see; null where this conversation has nothing for that. */
    default @Nullable SpeechGauge gauge(VoiceBrief brief) {
        return null;
    }

    /**
     * Still there: keeps the claim of this tab or program alive.
     *
     * @return where the conversation stands; it may have been paused or ended by other means
     */
    Reply hold(Caller caller);
}
