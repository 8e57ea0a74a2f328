package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the vendor says for the counterpart: asked for turn by turn, or by itself; laid onto turns, counted and sent on. */
final class RelayMouth {

    /** What it tells the relay. */
    interface Told {
        /** The vendor is to speak this turn. */
        void ask(int turn, String text);

        /** What is not wanted any more. */
        void stop(long heardMs);

        /** The first sound of a turn goes out. */
        void begins(int turn);

        /** All of it went out; so many milliseconds will pass until it has sounded. */
        void said(int turn, long leftMs);

        /** These were the words in the end; null where they were as ordered. */
        void worded(Reply reply);

        /** The vendor did not speak it. */
        void failed(Reply reply);
    }

    /** One turn in the vendor's voice. */
    static final class Reply {
        final int turn;
        final @Nullable String ordered;
        final StringBuilder words = new StringBuilder();
        private long audioMs;
        private int captioned;
        private int clauses;
        private long beganAtMs;
        private boolean whole;
        private int asks;

        /** Its turn in the record, once the mind gave it one; what was ordered has it from the beginning. */
        int onRecord = -1;

        Reply(int turn, @Nullable String ordered) {
            this.turn = turn;
            this.ordered = ordered;
            if (ordered != null) {
                onRecord = turn;
            }
        }

        long audioMs() {
            return audioMs;
        }

        int asks() {
            return asks;
        }

        /** Whether the vendor said something else than it was told; null: it did not say what it said. */
        boolean strayed() {
            return ordered != null && !words.isEmpty() && !bare(ordered).equals(bare(words.toString()));
        }

        /** What of it can have sounded, whatever the other end says. */
        long audible(long playedMs) {
            return Math.clamp(playedMs, 0, audioMs);
        }

        String heardBy(long playedMs) {
            String text =
                    ordered != null && !strayed() ? ordered : words.toString().strip();
            SpokenClause clause = new SpokenClause(text, 0);
            clause.grow(audioMs);
            if (whole) {
                clause.done();
            }
            return clause.heardBy(audible(playedMs));
        }

        private static String bare(String text) {
            return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        }
    }

    private static final int FRAME_BYTES = 960;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？؟]\\s*$");
    private static final int HARDLY_MS = 150;
    private static final int ANSWER_WITHIN_MS = 8_000;

    private final Desk desk;
    private final Loop loop;
    private final Told told;
    private final Deque<Reply> waiting = new ArrayDeque<>();
    private final byte[] carried = new byte[FRAME_BYTES];

    private int carry;
    private boolean ready;
    private @Nullable Reply asked;
    private @Nullable Reply now;
    private @Nullable Reply sounding;
    private Loop.@Nullable Timer patience;

    RelayMouth(Desk desk, Told told) {
        this.desk = desk;
        this.loop = desk.loop();
        this.told = told;
    }

    void ready() {
        ready = true;
        next();
    }

    void say(int turn, String text) {
        waiting.add(new Reply(turn, text));
        next();
    }

    /** Once more, where nothing of it was heard. */
    void again(Reply reply) {
        waiting.addFirst(reply);
        next();
    }

    boolean isSpeaking() {
        return now != null || sounding != null || asked != null;
    }

    /** Nothing sounds and nothing waits to. */
    boolean isSilent() {
        return !isSpeaking() && waiting.isEmpty();
    }

    int currentTurn() {
        Reply current = sounding != null ? sounding : now;
        return current == null ? -1 : current.turn;
    }

    private void next() {
        if (ready && asked == null && now == null && !waiting.isEmpty()) {
            Reply reply = waiting.removeFirst();
            asked = reply;
            reply.asks++;
            patience = loop.after(ANSWER_WITHIN_MS, this::tooSlow);
            told.ask(reply.turn, reply.ordered == null ? "" : reply.ordered);
        }
    }

    private void tooSlow() {
        patience = null;
        Reply reply = asked != null ? asked : now;
        if (reply != null && reply.audioMs == 0) {
            asked = null;
            now = null;
            told.stop(0);
            told.failed(reply);
            next();
        }
    }

    boolean awaits() {
        return asked != null;
    }

    /** The vendor begins what it was asked for. */
    void begins() {
        now = asked;
        asked = null;
    }

    /** It begins by itself. */
    Reply beginsItself(int turn) {
        Reply reply = new Reply(turn, null);
        now = reply;
        return reply;
    }

    void audio(byte[] pcm, int length) {
        Reply reply = now;
        if (reply == null || length == 0) {
            return;
        }
        if (reply.audioMs == 0 && carry == 0) {
            calm();
            reply.beganAtMs = loop.nowMs();
            caption(reply, true);
            told.begins(reply.turn);
        }
        int whole = (carry + length) / FRAME_BYTES * FRAME_BYTES;
        if (whole == 0) {
            System.arraycopy(pcm, 0, carried, carry, length);
            carry += length;
            return;
        }
        ByteBuf frames = Transport.BUFFERS.directBuffer(whole);
        frames.writeBytes(carried, 0, carry).writeBytes(pcm, 0, whole - carry);
        int rest = carry + length - whole;
        System.arraycopy(pcm, length - rest, carried, 0, rest);
        carry = rest;
        send(reply, frames);
    }

    private void send(Reply reply, ByteBuf frames) {
        int ms = frames.readableBytes() / FRAME_BYTES * 20;
        desk.tape().sent(reply.turn, reply.audioMs, desk.clockMs(), frames);
        reply.audioMs += ms;
        desk.wire().audio20(frames);
    }

    void words(String more) {
        Reply reply = now;
        if (reply != null) {
            reply.words.append(more);
            if (reply.ordered == null
                    && reply.audioMs > 0
                    && SENTENCE_END.matcher(more).find()) {
                caption(reply, false);
            }
        }
    }

    /** Words sound with the audio that follows them, whoever chose them. */
    private void caption(Reply reply, boolean first) {
        String all = reply.ordered != null ? reply.ordered : reply.words.toString();
        String more = all.substring(Math.min(reply.captioned, all.length())).strip();
        if (first || !more.isEmpty()) {
            reply.captioned = all.length();
            desk.wire().send(new ServerMessage.Clause(reply.turn, reply.clauses++, more, reply.audioMs));
        }
    }

    void ended(Vendor.End how) {
        Reply reply = now != null ? now : asked;
        if (reply == null) {
            next(); // it was stopped before
            return;
        }
        now = null;
        asked = null;
        calm();
        if (reply.audioMs == 0 && carry == 0) {
            told.failed(reply);
            next();
            return;
        }
        if (carry > 0) {
            ByteBuf last = Transport.BUFFERS.directBuffer(FRAME_BYTES);
            last.writeBytes(carried, 0, carry).writeZero(FRAME_BYTES - carry);
            carry = 0;
            send(reply, last);
        }
        reply.whole = how == Vendor.End.WHOLE;
        caption(reply, false);
        finish(reply);
        next();
    }

    private void finish(Reply reply) {
        sounding = reply;
        desk.wire().send(new ServerMessage.Said(reply.turn, reply.audioMs));
        told.said(reply.turn, Math.max(0, reply.beganAtMs + reply.audioMs - loop.nowMs()));
        told.worded(reply);
    }

    /** The leg is gone in the middle: what was not begun is said by the next leg, what was begun ends where it broke off. */
    @Nullable
    Reply lost() {
        ready = false;
        calm();
        Reply begun = now != null && (now.audioMs > 0) ? now : null;
        Reply unheard = asked != null ? asked : begun == null ? now : null;
        now = null;
        asked = null;
        carry = 0;
        if (unheard != null && unheard.ordered != null) {
            waiting.addFirst(unheard);
        }
        if (begun != null) {
            sounding = begun;
            desk.wire().send(new ServerMessage.Said(begun.turn, begun.audioMs));
            told.said(begun.turn, Math.max(0, begun.beganAtMs + begun.audioMs - loop.nowMs()));
        }
        return begun;
    }

    /** The turn is not to be heard any further. Null where it was not sounding, or nothing of it was left. */
    @Nullable
    Reply cut(int turn, long playedMs) {
        waiting.clear();
        carry = 0;
        Reply reply = now != null && now.turn == turn ? now : null;
        if (reply != null || asked != null && asked.turn == turn) {
            Reply begun = reply != null ? reply : asked;
            now = null;
            asked = null;
            calm();
            told.stop(begun == null ? 0 : begun.audible(playedMs));
            return begun;
        }
        Reply last = sounding;
        if (last == null || last.turn != turn) {
            return null;
        }
        sounding = null;
        if (playedMs >= last.audioMs - HARDLY_MS) {
            return null;
        }
        if (now == null) {
            told.stop(last.audible(playedMs));
        }
        return last;
    }

    /** What the vendor began by itself is not wanted, as long as nothing of it sounds. */
    @Nullable
    Reply drop() {
        Reply reply = now;
        if (reply == null || reply.ordered != null || reply.audioMs > 0) {
            return null;
        }
        now = null;
        carry = 0;
        calm();
        told.stop(0);
        return reply;
    }

    /** As far as is known here. */
    long soundedMs() {
        Reply current = sounding != null ? sounding : now;
        return current == null ? 0 : Math.clamp(loop.nowMs() - current.beganAtMs, 0, current.audioMs);
    }

    void heardAll(int turn) {
        if (sounding != null && sounding.turn == turn) {
            sounding = null;
        }
    }

    /** What was never begun, for another mouth. */
    List<Reply> unspoken() {
        List<Reply> left = new ArrayList<>(waiting);
        waiting.clear();
        calm();
        return left;
    }

    private void calm() {
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }
}
