package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;

/** Ear, turn-taking, mind and mouth, one after the other and partly at the same time. */
final class Pipeline implements Middle, TurnTaking.Decisions, Ear.Told, Mouth.Told, BargeIn.Decisions {

    /** A page that was told to stop says where it stopped; after this long the server goes by its own reckoning. */
    private static final int TELL_WITHIN_MS = 300;

    private static final int UNTOLD_MS = 2_000;

    private final Desk desk;
    private final Loop loop;
    private final Equipment equipment;
    private final Iterator<SpeechToText> ears;
    private final Iterator<TextToSpeech> mouths;
    private final Completeness completeness;
    private final Ear ear;
    private final TurnTaking turns;
    private final BargeIn bargeIn;
    private final Outgoing out;
    private final Mouth mouth;
    private final StageWatch watch;
    private final StepDown stepDown;
    private final @Nullable Activity detector;
    private final short[] frame;

    private @Nullable SpeechToText recogniser;
    private @Nullable TextToSpeech voice;
    private boolean pressed;
    private boolean cutOff;
    private boolean overMyVoice;
    private @Nullable String heard;
    private @Nullable String considered;
    private boolean awaited;
    private long startedAtMs;
    private long endedAtMs;
    private int stopping = -1;
    private int playingTurn = -1;
    private long playingSince;

    Pipeline(Desk desk, Equipment equipment, StageWatch watch) {
        this.desk = desk;
        this.loop = desk.loop();
        this.equipment = equipment;
        this.watch = watch;
        VoiceBrief brief = desk.call().brief();
        TurnPack pack = TurnPack.of(brief.language());
        completeness = new Completeness(pack);
        ears = equipment.ears().iterator();
        mouths = equipment.mouths().iterator();
        int rate = desk.call().upRate();
        frame = new short[rate / 10];
        ear = new Ear(loop, this, rate, ClientMessage.EarChoice.SERVER);
        turns = new TurnTaking(TurnRules.of(brief.patienceMs(), brief.interruptsAfterMs()), completeness, this, loop);
        bargeIn = new BargeIn(loop, this);
        out = new Outgoing(loop, desk.wire(), this::sent);
        mouth = new Mouth(loop, out, this, brief.language(), equipment.voice());
        stepDown = new StepDown(desk.wire());
        detector = brief.activity().equals("server") ? equipment.activity().open(rate) : null;
    }

    @Override
    public ServerMessage.Ready ready(ServerMessage.Ready drawn) {
        nextEar();
        nextMouth();
        TextToSpeech speaks = voice;
        SpeechToText hears = recogniser;
        return new ServerMessage.Ready(
                drawn.session(),
                ServerMessage.Mode.PIPELINE,
                drawn.clockMs(),
                drawn.rates(),
                drawn.nextTurn(),
                new ServerMessage.EarNow(ear.kind(), hears == null ? null : hears.id(), equipment.whyNoEar()),
                new ServerMessage.MouthNow(
                        speaks == null ? null : speaks.id(),
                        speaks == null ? null : equipment.quality(),
                        speaks == null ? equipment.whyNoMouth() : null),
                drawn.activity(),
                drawn.recording(),
                drawn.patienceMs(),
                null);
    }

    @Override
    public void begin() {}

    @Override
    public void audio(ByteBuf pcm) {
        if (detector == null && ear.kind() != ClientMessage.EarChoice.SERVER) {
            return;
        }
        int length = Math.min(frame.length, pcm.readableBytes() / 2);
        for (int k = 0; k < length; k++) {
            frame[k] = pcm.getShortLE(pcm.readerIndex() + 2 * k);
        }
        ear.audio(frame, length);
        if (detector != null && !pressed) {
            detector.audio(frame, length, this::started, this::stopped);
        }
    }

    @Override
    public void heard(ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> hello(hello);
            case ClientMessage.Speech speech -> {
                long ago = Math.max(0, desk.clockMs() - speech.atMs());
                if (detector == null && !pressed) {
                    if (speech.state() == ClientMessage.Edge.STARTED) {
                        started(ago);
                    } else {
                        stopped(ago);
                    }
                }
            }
            case ClientMessage.Talk talk -> talk(talk);
            case ClientMessage.HeardText text -> ear.heardText(text.text(), text.last());
            case ClientMessage.Typed typed -> typed(typed);
            case ClientMessage.Playing playing -> playing(playing);
            case ClientMessage.Interrupted interrupted -> cutAt(interrupted.turn(), interrupted.playedMs());
            case ClientMessage.Played played -> played(played);
            case ClientMessage.Mic mic -> {
                if (mic.state() == ClientMessage.Door.CLOSED) {
                    turns.endNow();
                }
            }
            case ClientMessage.Ping _, ClientMessage.Bye _ -> {}
        }
    }

    @Override
    public void speak(List<Mind.SaidTurn> answers, boolean interrupts) {
        if (answers.isEmpty()) {
            mouth.forget();
            return;
        }
        watch.answered(answers.getFirst().i());
        if (turns.isSpeaking() && !interrupts) {
            // They went on after all: the counterpart had opened its mouth, and shuts it again.
            mouth.forget();
            for (Mind.SaidTurn unheard : answers) {
                desk.cut(unheard.i(), "", 0, desk.tape().span(unheard.i(), 0, desk.clockMs()));
            }
            return;
        }
        for (Mind.SaidTurn answer : answers) {
            mouth.say(answer.i(), answer.text());
        }
    }

    @Override
    public boolean isSilent() {
        return !mouth.isSpeaking();
    }

    @Override
    public void silent() {
        desk.silent();
    }

    @Override
    public void refused() {
        mouth.forget();
    }

    @Override
    public void close() {
        turns.reset();
        bargeIn.reset();
        mouth.stop();
        ear.close();
    }

    // ---- what the person does

    private void hello(ClientMessage.Hello hello) {
        if (hello.ear() != null && hello.ear() != ClientMessage.EarChoice.SERVER) {
            ear.listenTo(hello.ear());
        }
    }

    private void started(long agoMs) {
        if (turns.isQuiet()) {
            startedAtMs = desk.clockMs() - agoMs;
            overMyVoice = mouth.isSpeaking();
            ear.begin();
        }
        turns.speechStarted();
        if (detector != null && mouth.isSpeaking()) {
            bargeIn.speechStarted(agoMs);
        }
    }

    private void stopped(long agoMs) {
        bargeIn.speechStopped();
        if (turns.isSpeaking()) {
            endedAtMs = desk.clockMs() - agoMs;
            watch.speechEnded(agoMs);
        }
        turns.speechStopped(agoMs);
    }

    private void talk(ClientMessage.Talk talk) {
        pressed = talk.state() == ClientMessage.Key.PRESSED;
        long ago = Math.max(0, desk.clockMs() - talk.atMs());
        if (pressed) {
            // Whoever presses the key takes the word at once.
            cutNow();
            started(ago);
            return;
        }
        stopped(ago);
        turns.endNow();
    }

    private void typed(ClientMessage.Typed typed) {
        if (typed.text().isBlank()) {
            return;
        }
        cutNow();
        watch.speechEnded(0);
        watch.taken();
        desk.say("typed:" + typed.key(), typed.text(), null, false);
    }

    private void playing(ClientMessage.Playing playing) {
        playingTurn = playing.turn();
        playingSince = playing.atMs() - playing.fromMs();
        watch.sounds(playing.turn(), desk.clockMs() - playing.atMs());
    }

    private void played(ClientMessage.Played played) {
        if (played.turn() == mouth.currentTurn()) {
            long ms = Math.max(0, played.atMs() - playingSince);
            desk.sounded(played.turn(), desk.tape().span(played.turn(), ms, played.atMs()));
        }
        mouth.heardAll(played.turn());
    }

    // ---- the word is taken

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

    /** By our own reckoning of what has sounded. */
    private void cutNow() {
        int turn = mouth.currentTurn();
        if (turn >= 0) {
            out.urgent(new ServerMessage.Stop(turn));
            cutAt(turn, turn == playingTurn ? Math.max(0, desk.clockMs() - playingSince) : mouth.soundedMs());
        }
    }

    private void cutAt(int turn, long playedMs) {
        if (mouth.isWhole(turn, playedMs)) {
            mouth.heardAll(turn);
            return;
        }
        String heardOfIt = mouth.cut(turn, playedMs);
        if (heardOfIt != null) {
            bargeIn.reset();
            desk.cut(turn, heardOfIt, playedMs, desk.tape().span(turn, playedMs, desk.clockMs()));
        }
    }

    // ---- the ear's and the turn's news

    @Override
    public void sofar(String text) {
        desk.wire().send(new ServerMessage.Partial(text));
        turns.text(text);
        takesTheWord(text);
    }

    @Override
    public void text(String text) {
        watch.textFinal();
        heard = text;
        takesTheWord(text);
        if (awaited) {
            awaited = false;
            take(text);
            return;
        }
        turns.text(text);
        if (!text.isBlank() && !turns.isQuiet()) {
            consider(text);
        }
    }

    @Override
    public void failed(SpeechFailed why) {
        awaited = false;
        turns.reset();
        ear.discard();
        if (stepDown.earFailed(why)) {
            String reason = why.code();
            if (nextEar()) {
                stepDown.to(ServerMessage.Down.NEXT_PROVIDER, reason);
            } else {
                ear.listenTo(ClientMessage.EarChoice.NONE);
                stepDown.to(ServerMessage.Down.TEXT, reason);
            }
        } else {
            desk.wire().send(new ServerMessage.Trouble("not-heard", "That was not understood. Please say it again."));
        }
    }

    @Override
    public void mayBeOver() {
        heard = null;
        ear.ask();
    }

    @Override
    public void goesOn() {
        heard = null;
        considered = null;
        mouth.forget();
    }

    @Override
    public void isOver() {
        watch.taken();
        if (heard == null) {
            awaited = true; // the recogniser still writes
        } else {
            take(heard);
        }
    }

    @Override
    public void hasGoneOnTooLong() {
        cutOff = true;
        endedAtMs = desk.clockMs();
        watch.speechEnded(0);
        turns.endNow();
    }

    private void take(String text) {
        boolean interrupting = cutOff;
        cutOff = false;
        heard = null;
        considered = null;
        boolean nod = overMyVoice && mouth.isSpeaking() && completeness.isBackChannel(text);
        if (text.isBlank() || nod) {
            ear.discard();
            mouth.forget();
            if (text.isBlank() && stepDown.nothingHeard()) {
                stepDown.to(ServerMessage.Down.PUSH_TO_TALK, "noise");
            }
            return;
        }
        stepDown.heard();
        ear.next();
        cutNow();
        desk.say(text, new Mind.Span(startedAtMs, Math.max(startedAtMs, endedAtMs)), interrupting);
    }

    private void takesTheWord(String text) {
        if (mouth.isSpeaking() && overMyVoice && !text.isBlank() && !completeness.isBackChannel(text)) {
            if (detector == null) {
                stop();
            } else {
                bargeIn.words();
            }
        }
    }

    /** Thinks the answer over and begins to say it under its breath, while the silence is still too short to be sure. */
    private void consider(String text) {
        if (text.equals(considered)) {
            return;
        }
        considered = text;
        loop.work(
                () -> equipment.mind().consider(desk.call().caller(), text),
                answers -> {
                    if (!answers.isEmpty() && text.equals(considered)) {
                        mouth.prepare(answers.getFirst());
                    }
                },
                _ -> {}); // what is wrong will be told when it is said in earnest
    }

    // ---- the mouth's news

    private void sent(Frame.Speech speech) {
        desk.tape().sent(speech.turn(), speech.fromMs(), desk.clockMs(), speech.pcm());
        watch.sent(speech.turn());
    }

    /** Who does not tell that it was heard will have heard it by then. */
    @Override
    public void said(int turn, long audioMs) {
        loop.after(out.waitingMs() + out.aheadMs() + UNTOLD_MS, () -> mouth.heardAll(turn));
    }

    @Override
    public void failed(int turn, SpeechFailed why) {
        if (nextMouth()) {
            stepDown.to(ServerMessage.Down.NEXT_PROVIDER, why.code());
        } else {
            stepDown.to(ServerMessage.Down.TEXT, why.code());
        }
    }

    private boolean nextEar() {
        while (ears.hasNext()) {
            SpeechToText next = ears.next();
            try {
                ear.use(next, desk.call().brief().language());
                recogniser = next;
                return true;
            } catch (SpeechFailed unusable) {
                // the next one, then
            }
        }
        recogniser = null;
        try {
            ear.use(null, "");
        } catch (SpeechFailed impossible) {
            throw new IllegalStateException(impossible);
        }
        return false;
    }

    private boolean nextMouth() {
        voice = mouths.hasNext() ? mouths.next() : null;
        mouth.use(voice);
        return voice != null;
    }
}
