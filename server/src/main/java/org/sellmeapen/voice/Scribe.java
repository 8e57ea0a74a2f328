package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what was said in a call to the record, and what comes back to the desk. Lives on the loop of the call. */
final class Scribe {

    /** What it tells the desk. */
    interface Told {
        void answered(Mind.Reply reply, boolean interrupts);

        /** What was said is on record; its answer comes clause by clause, and {@link #answered} after the last. */
        void beingAnswered(Mind.Reply heard);

        void clause(int turn, String clause, boolean interrupts);

        /** The record has the person's words; the middle worded the answer by itself. */
        void answeredItself(Mind.Reply reply);

        /** What the person said under that key did not get into the record. */
        void unanswered(String key, Exception trouble);

        void refused(Exception trouble);
    }

    private final Call call;
    private final Loop loop;
    private final Wire wire;
    private final Mind mind;
    private final Told told;

    private int said;
    private @Nullable Unfolding latest;

    Scribe(Call call, Loop loop, Wire wire, Mind mind, Told told) {
        this.call = call;
        this.loop = loop;
        this.wire = wire;
        this.mind = mind;
        this.told = told;
    }

    /** What the person said goes to the record; the answer comes back to be spoken. */
    void say(String text, Mind.@Nullable Span span, boolean cutOff) {
        say(text, span, cutOff, false, null);
    }

    /**
     * @param verbatim whether no hesitation was left out
     * @param sureness of whatever recognised it, 0 to 1; null where it does not say
     */
    void say(String text, Mind.@Nullable Span span, boolean cutOff, boolean verbatim, @Nullable Double sureness) {
        say(new Mind.Said(call.id() + ":" + said++, text, span, cutOff, verbatim, sureness));
    }

    void say(String key, String text, Mind.@Nullable Span span, boolean cutOff) {
        say(new Mind.Said(key, text, span, cutOff));
    }

    private void say(Mind.Said what) {
        boolean cutOff = what.cutOff();
        Unfolding unfolding = new Unfolding(cutOff);
        latest = unfolding;
        loop.work(
                () -> mind.hear(call.caller(), what, unfolding),
                reply -> {
                    unfolding.over();
                    told.answered(reply, cutOff);
                },
                trouble -> {
                    unfolding.over();
                    told.unanswered(what.key(), trouble);
                });
    }

    /** An answer that is still being worded. A cut of it waits for its end, since only then the record has its words. */
    private final class Unfolding implements Mind.Wording {
        private final boolean cutOff;
        private final List<Runnable> afterwards = new ArrayList<>();
        private volatile boolean unwanted;
        private int turn = -1;
        private boolean done;

        Unfolding(boolean cutOff) {
            this.cutOff = cutOff;
        }

        @Override
        public void begun(Mind.Reply heard) {
            loop.run(() -> told.beingAnswered(heard));
        }

        @Override
        public boolean clause(int which, String clause) {
            loop.run(() -> {
                turn = which;
                if (!unwanted) {
                    told.clause(which, clause, cutOff);
                }
            });
            return !unwanted;
        }

        boolean isWording(int which) {
            return !done && which == turn;
        }

        void over() {
            done = true;
            afterwards.forEach(Runnable::run);
        }
    }

    /** The same, where the middle answers by itself: how it worded the answer is told by {@link #worded}. */
    void sayAnswered(@Nullable String key, String text, Mind.@Nullable Span span) {
        String once = key == null ? call.id() + ":" + said++ : key;
        loop.work(
                () -> mind.hear(call.caller(), new Mind.Said(once, text, span, false)),
                told::answeredItself,
                trouble -> told.unanswered(once, trouble));
    }

    /** Where somebody was cut off: after so much of their turn's audio, and where that lies. */
    record CutShort(long heardMs, Mind.Span span) {}

    /** The counterpart said it in words of its own, all of it or up to a cut. */
    void worded(int turn, String words, @Nullable CutShort cut) {
        loop.work(
                () -> {
                    Mind.SaidTurn said = mind.worded(call.caller(), turn, words);
                    return cut == null ? said : mind.cut(call.caller(), turn, words, cut.span());
                },
                kept -> {
                    if (cut == null) {
                        wire.send(new ServerMessage.Turn(kept, "live", kept.phase(), null, null, null));
                    } else {
                        wire.send(new ServerMessage.Cut(turn, kept.text(), cut.heardMs()));
                    }
                },
                told::refused);
    }

    /** The counterpart was cut off: the record keeps what was heard. */
    void cut(int turn, String heard, long heardMs, Mind.Span span) {
        Unfolding wording = latest;
        if (wording != null && wording.isWording(turn)) {
            wording.unwanted = true;
            wording.afterwards.add(() -> cut(turn, heard, heardMs, span));
            return;
        }
        loop.work(
                () -> mind.cut(call.caller(), turn, heard, span),
                kept -> wire.send(new ServerMessage.Cut(turn, kept.text(), heardMs)),
                told::refused);
    }

    void sounded(int turn, Mind.Span span) {
        loop.work(
                () -> {
                    mind.sounded(call.caller(), turn, span);
                    return true;
                },
                _ -> {},
                told::refused);
    }
}
