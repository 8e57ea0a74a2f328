package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A speech-to-speech vendor hears and speaks; the mind stays in charge. Steered each turn, the vendor's own answering is
 * off and it speaks what the mind decided. Steered one turn late, it answers by itself, the record keeps what it really
 * said, and what the mind made of it steers the answer after.
 */
final class Relay implements Middle, Vendor.Told, RelayEar.Told, RelayMouth.Told, BargeIn.Decisions {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final int[] AGAIN_AFTER_MS = {0, 500, 2_000};
    private static final int LONGEST_REST_MS = 5_000;
    private static final int ASKS = 2;
    private static final int UNTOLD_MS = 2_000;
    private static final int TELL_WITHIN_MS = 300;

    private final Desk desk;
    private final Loop loop;
    private final String provider;
    private final boolean late;
    private final BiFunction<Loop, Vendor.Told, Vendor> legs;
    private final Consumer<Relay> givesUp;
    private final StageWatch watch;
    private final Completeness completeness;
    private final RelayEar ear;
    private final RelayMouth mouth;
    private final RelayMicrophone microphone = new RelayMicrophone();
    private final BargeIn bargeIn;
    private final OwnAnswers own;
    private final RelayMemory memory;

    private ServerMessage.@Nullable Ready drawn;
    private @Nullable Vendor vendor;
    private boolean ready;
    private boolean opened;
    private boolean closed;
    private int failures;
    private String whyGivenUp = "";
    private boolean overMyVoice;
    private int playingTurn = -1;
    private long playingSince;

    /**
     * @param legs opens a leg to the vendor
     * @param givesUp told when the vendor is lost for good; somebody else has to take the call
     */
    Relay(
            Desk desk,
            String provider,
            boolean late,
            BiFunction<Loop, Vendor.Told, Vendor> legs,
            StageWatch watch,
            Consumer<Relay> givesUp) {
        this.desk = desk;
        this.loop = desk.loop();
        this.provider = provider;
        this.late = late;
        this.legs = legs;
        this.watch = watch;
        this.givesUp = givesUp;
        VoiceBrief brief = desk.call().brief();
        completeness = new Completeness(TurnPack.of(brief.language()));
        ear = new RelayEar(loop, this, TurnRules.of(brief.patienceMs(), brief.interruptsAfterMs()), completeness);
        mouth = new RelayMouth(desk, this);
        bargeIn = new BargeIn(loop, this);
        own = new OwnAnswers(turn -> desk.cut(turn, "", 0, desk.tape().span(turn, 0, desk.clockMs())));
        memory = new RelayMemory(brief);
    }

    // ---- the desk's side

    @Override
    public ServerMessage.@Nullable Ready ready(ServerMessage.Ready asDrawn) {
        drawn = asDrawn;
        return null; // when the vendor is
    }

    @Override
    public void begin() {
        desk.wire().whenFlowChanges(on -> {
            if (vendor != null) {
                vendor.flow(on);
            }
        });
        connect();
    }

    @Override
    public void audio(ByteBuf pcm) {
        microphone.audio(pcm);
    }

    @Override
    public void heard(ClientMessage message) {
        switch (message) {
            case ClientMessage.Talk talk -> {
                if (talk.state() == ClientMessage.Key.PRESSED) {
                    cutNow();
                } else {
                    done();
                }
            }
            case ClientMessage.Mic mic -> {
                if (mic.state() == ClientMessage.Door.CLOSED && !ear.isQuiet()) {
                    done();
                }
            }
            case ClientMessage.Typed typed -> typed(typed);
            case ClientMessage.Playing playing -> {
                playingTurn = playing.turn();
                playingSince = playing.atMs() - playing.fromMs();
                watch.sounds(playing.turn(), desk.clockMs() - playing.atMs());
            }
            case ClientMessage.Interrupted interrupted -> cutAt(interrupted.turn(), interrupted.playedMs());
            case ClientMessage.Played played -> {
                if (played.turn() == mouth.currentTurn()) {
                    long ms = Math.max(0, played.atMs() - playingSince);
                    desk.sounded(played.turn(), desk.tape().span(played.turn(), ms, played.atMs()));
                }
                heardAll(played.turn());
            }
            case ClientMessage.Hello _,
                    ClientMessage.Speech _,
                    ClientMessage.HeardText _,
                    ClientMessage.Ping _,
                    ClientMessage.Bye _ -> {} // the vendor hears by itself
        }
    }

    private void done() {
        if (late) {
            if (vendor != null && !ear.isQuiet()) {
                vendor.commit(true);
            }
        } else {
            ear.endNow();
        }
    }

    private void typed(ClientMessage.Typed typed) {
        if (typed.text().isBlank()) {
            return;
        }
        cutNow();
        watch.speechEnded(0);
        watch.taken();
        memory.add(true, typed.text());
        if (late && ready && vendor != null) {
            vendor.typed(typed.text());
            desk.sayAnswered("typed:" + typed.key(), typed.text(), null);
        } else {
            desk.say("typed:" + typed.key(), typed.text(), null, false);
        }
    }

    @Override
    public void speak(List<Mind.SaidTurn> answers, boolean interrupts) {
        if (answers.isEmpty()) {
            return;
        }
        memory.recorded(answers.getLast().i());
        if (late) {
            RelayMouth.Reply unwanted = mouth.drop();
            if (unwanted != null) {
                own.forget(unwanted);
            }
        }
        watch.answered(answers.getFirst().i());
        if (ear.isSpeaking() && !interrupts && !late) {
            for (Mind.SaidTurn unheard : answers) {
                desk.cut(unheard.i(), "", 0, desk.tape().span(unheard.i(), 0, desk.clockMs()));
            }
            return;
        }
        for (Mind.SaidTurn answer : answers) {
            mouth.say(answer.i(), answer.text());
        }
    }

    /** What the mind would have said to what the vendor answers by itself: from the next answer on it is to sound so. */
    @Override
    public void answeredItself(List<Mind.SaidTurn> instead) {
        if (instead.isEmpty()) {
            return;
        }
        memory.recorded(instead.getLast().i());
        for (Mind.SaidTurn turn : instead) {
            own.recorded(turn.i());
        }
        if (vendor != null && ready) {
            vendor.instruct(memory.steering(instead));
        }
    }

    @Override
    public boolean isSilent() {
        return mouth.isSilent();
    }

    @Override
    public void refused() {}

    @Override
    public void close() {
        closed = true;
        ear.reset();
        bargeIn.reset();
        microphone.close();
        RelayMouth.Reply begun = mouth.lost();
        if (begun != null) {
            settleCut(begun, mouth.soundedMs());
        }
        if (vendor != null) {
            vendor.close();
        }
    }

    /** What is left to be said by whoever takes over. */
    List<RelayMouth.Reply> unspoken() {
        return mouth.unspoken();
    }

    String whyGivenUp() {
        return whyGivenUp;
    }

    /** Null once it was sent. */
    ServerMessage.@Nullable Ready unsentReady() {
        return opened ? null : drawn;
    }

    // ---- the leg

    private void connect() {
        if (!closed) {
            vendor = legs.apply(loop, this);
        }
    }

    @Override
    public void ready() {
        Vendor leg = vendor;
        ServerMessage.Ready shown = drawn;
        if (closed || leg == null || shown == null) {
            return;
        }
        ready = true;
        if (opened) {
            memory.tell(leg, late);
        } else {
            opened = true;
            desk.ready(new ServerMessage.Ready(
                    shown.session(),
                    ServerMessage.Mode.RELAY,
                    shown.clockMs(),
                    shown.rates(),
                    shown.nextTurn(),
                    new ServerMessage.EarNow(ClientMessage.EarChoice.SERVER, provider, null),
                    new ServerMessage.MouthNow(provider, "full", null),
                    shown.activity(),
                    shown.recording(),
                    shown.patienceMs(),
                    late ? ServerMessage.Steering.ONE_TURN_LATE : ServerMessage.Steering.EACH_TURN));
        }
        microphone.to(leg);
        mouth.ready(true);
    }

    @Override
    public void leaving() {
        if (vendor != null && !closed) {
            vendor.close();
            lost(SpeechFailed.passing(provider, "cut-off"));
        }
    }

    @Override
    public void lost(SpeechFailed why) {
        if (closed) {
            return;
        }
        log.info("call={} lost its vendor: {}", desk.call().id(), why.getMessage());
        vendor = null;
        ready = false;
        microphone.to(null);
        bargeIn.reset();
        RelayMouth.Reply begun = mouth.lost();
        if (begun != null) {
            settleCut(begun, begun.audioMs());
            desk.wire().send(new ServerMessage.Trouble("voice-broke-off", "The voice broke off. Go on when you like."));
        }
        if (ear.holdsSomething()) {
            ear.reset();
            notHeard();
        }
        if (!why.isPassing() || failures == AGAIN_AFTER_MS.length) {
            whyGivenUp = why.code();
            givesUp.accept(this);
            return;
        }
        long rest =
                why.after() == null ? 0 : Math.min(LONGEST_REST_MS, why.after().toMillis());
        loop.after(Math.max(rest, AGAIN_AFTER_MS[failures++]), this::connect);
    }

    // ---- what the vendor hears

    private long onCallClock(long legMs) {
        Vendor leg = vendor;
        long ago = leg == null ? 0 : leg.sentMs() - legMs;
        return Math.max(0, desk.clockMs() - Math.clamp(ago, 0, 10_000));
    }

    @Override
    public void speechStarted(long atMs) {
        long at = onCallClock(atMs);
        if (ear.isQuiet()) {
            overMyVoice = mouth.isSpeaking();
        }
        ear.started(at);
        if (mouth.isSpeaking() && desk.call().brief().activity().equals("server")) {
            bargeIn.speechStarted(desk.clockMs() - at);
        }
    }

    @Override
    public void speechStopped(long atMs) {
        long at = onCallClock(atMs);
        bargeIn.speechStopped();
        watch.speechEnded(desk.clockMs() - at);
        ear.stopped(at, desk.clockMs() - at);
    }

    @Override
    public void sofar(String text) {
        desk.wire().send(new ServerMessage.Partial(text));
    }

    @Override
    public void heard(String text) {
        failures = 0;
        watch.textFinal();
        boolean nod = overMyVoice && mouth.isSpeaking() && completeness.isBackChannel(text);
        if (!late) {
            if (nod) {
                ear.reset();
                return;
            }
            ear.heard(text);
            if (overMyVoice && mouth.isSpeaking() && !text.isBlank()) {
                stop(); // more than a nod: they have the word
            }
            return;
        }
        Mind.Span span = ear.span();
        ear.reset();
        if (nod || text.isBlank()) {
            RelayMouth.Reply unwanted = mouth.drop();
            if (unwanted != null) {
                own.forget(unwanted);
                return;
            }
            if (nod) {
                return;
            }
        }
        watch.taken();
        memory.add(true, text);
        desk.sayAnswered(null, text.isBlank() ? "…" : text, span);
    }

    @Override
    public void turn(String text, Mind.Span span, boolean cutOff) {
        watch.taken();
        cutNow();
        memory.add(true, text);
        desk.say(text, span, cutOff);
    }

    @Override
    public void notHeard() {
        desk.wire().send(new ServerMessage.Trouble("not-heard", "That was not understood. Please say it again."));
    }

    @Override
    public void commit() {
        if (vendor != null) {
            vendor.commit(false);
        }
    }

    // ---- what the vendor says

    @Override
    public void replyBegan(@Nullable Integer turn) {
        if (mouth.awaits()) {
            mouth.begins();
        } else if (late) {
            int known = own.waiting();
            RelayMouth.Reply reply = mouth.beginsItself(known < 0 ? memory.foretold() : known);
            own.begun(reply);
            watch.answered(reply.turn);
        } else if (vendor != null) {
            vendor.stop(0); // nobody asked
        }
    }

    @Override
    public void audio(byte[] pcm, int length) {
        mouth.audio(pcm, length);
    }

    @Override
    public void words(String more) {
        mouth.words(more);
    }

    @Override
    public void replyEnded(Vendor.End how) {
        mouth.ended(how);
    }

    @Override
    public void ask(int turn, String text) {
        if (vendor != null) {
            vendor.ask(turn, memory.order(text));
        }
    }

    @Override
    public void stop(long heardMs) {
        if (vendor != null) {
            vendor.stop(heardMs);
        }
    }

    @Override
    public void begins(int turn) {
        failures = 0;
        watch.sent(turn);
    }

    @Override
    public void said(int turn, long leftMs) {
        loop.after(leftMs + UNTOLD_MS, () -> heardAll(turn));
    }

    private void heardAll(int turn) {
        mouth.heardAll(turn);
        if (mouth.isSilent()) {
            desk.silent();
        }
    }

    @Override
    public void worded(RelayMouth.Reply reply) {
        String words = reply.words.toString().strip();
        memory.add(false, words.isEmpty() && reply.ordered != null ? reply.ordered : words);
        if (reply.ordered == null) {
            own.settle(reply, turn -> desk.worded(turn, words, null));
        } else if (reply.strayed()) {
            log.info(
                    "call={} turn={} was spoken in other words than ordered",
                    desk.call().id(),
                    reply.turn);
            desk.worded(reply.turn, words, null);
        }
    }

    @Override
    public void failed(RelayMouth.Reply reply) {
        if (reply.ordered == null) {
            own.settle(reply, turn -> desk.cut(turn, "", 0, desk.tape().span(turn, 0, desk.clockMs())));
        } else if (reply.asks() < ASKS) {
            mouth.again(reply);
        } else if (vendor != null) {
            // The words are on the screen; who speaks them next is another leg, or another mouth.
            mouth.again(reply);
            vendor.close();
            lost(SpeechFailed.passing(provider, "vendor-trouble"));
        }
    }

    // ---- the word is taken

    @Override
    public void duck() {
        desk.wire().send(new ServerMessage.Duck(mouth.currentTurn()));
    }

    @Override
    public void restore() {
        desk.wire().send(new ServerMessage.Restore(mouth.currentTurn()));
    }

    @Override
    public void stop() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            desk.wire().send(new ServerMessage.Stop(turn));
            loop.after(TELL_WITHIN_MS, () -> {
                if (mouth.currentTurn() == turn) {
                    cutNow();
                }
            });
        }
    }

    private void cutNow() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            desk.wire().send(new ServerMessage.Stop(turn));
            cutAt(turn, turn == playingTurn ? Math.max(0, desk.clockMs() - playingSince) : mouth.soundedMs());
        }
    }

    private void cutAt(int turn, long playedMs) {
        RelayMouth.Reply cut = mouth.cut(turn, playedMs);
        if (cut != null) {
            bargeIn.reset();
            settleCut(cut, playedMs);
        }
    }

    private void settleCut(RelayMouth.Reply cut, long playedMs) {
        String heard = cut.heardBy(playedMs);
        Mind.Span span = desk.tape().span(cut.turn, playedMs, desk.clockMs());
        memory.add(false, heard);
        if (cut.ordered != null && !cut.strayed()) {
            desk.cut(cut.turn, heard, playedMs, span);
        } else {
            own.settle(cut, turn -> desk.worded(turn, heard, new Desk.CutShort(playedMs, span)));
        }
    }
}
