package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;

/** Ear, turn-taking, mind and mouth, one after the other and partly at the same time. */
final class Pipeline implements Middle, TurnTaking.Decisions, Ear.Told {

    private final Desk desk;
    private final Loop loop;
    private final Equipment equipment;
    private final Completeness completeness;
    private final Ear ear;
    private final Recognisers recognisers;
    private final TurnTaking turns;
    private final Playback playback;
    private final StageWatch watch;
    private final StepDown stepDown;
    private final @Nullable Activity detector;
    private final short[] frame;

    private boolean pressed;
    private boolean cutOff;
    private boolean overMyVoice;
    private boolean gone;
    private @Nullable String heard;

    /** Of the latest text of the ear's. */
    private @Nullable Double sureness;

    private @Nullable String considered;
    private boolean awaited;
    private @Nullable SpeechFailed late;
    private @Nullable SpeechFailed tooLate;
    private long startedAtMs;
    private long endedAtMs;

    Pipeline(Desk desk, Equipment equipment, StageWatch watch) {
        this.desk = desk;
        this.loop = desk.loop();
        this.equipment = equipment;
        this.watch = watch;
        VoiceBrief brief = desk.call().brief();
        TurnPack pack = TurnPack.of(brief.language());
        completeness = new Completeness(pack);
        int rate = desk.call().upRate();
        frame = new short[Line.LARGEST_AUDIO / 2];
        ear = new Ear(loop, this, rate, ClientMessage.EarChoice.SERVER);
        turns = new TurnTaking(TurnRules.of(brief.patienceMs(), brief.interruptsAfterMs()), completeness, this, loop);
        stepDown = new StepDown(desk.wire());
        recognisers = new Recognisers(equipment.ears(), ear, brief.language(), stepDown);
        playback = new Playback(desk, equipment, watch, stepDown);
        detector = brief.activity().equals("server") ? equipment.activity().open(rate) : null;
    }

    @Override
    public ServerMessage.Ready ready(ServerMessage.Ready drawn) {
        TextToSpeech speaks = playback.voice();
        return drawn.by(
                new ServerMessage.EarNow(ear.kind(), recognisers.now(), equipment.whyNoEar()),
                speaks == null
                        ? new ServerMessage.MouthNow(null, null, equipment.whyNoMouth())
                        : new ServerMessage.MouthNow(speaks.id(), equipment.quality(), null));
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
            case ClientMessage.Playing playing -> playback.playing(playing);
            case ClientMessage.Interrupted interrupted -> playback.cutAt(interrupted.turn(), interrupted.playedMs());
            case ClientMessage.Played played -> playback.played(played);
            case ClientMessage.Mic mic -> {
                if (mic.state() == ClientMessage.Door.CLOSED) {
                    turns.endNow();
                }
            }
            case ClientMessage.Gauge _, ClientMessage.Ping _, ClientMessage.Bye _ -> {}
        }
    }

    @Override
    public void speak(List<Mind.SaidTurn> answers, boolean interrupts) {
        playback.speak(answers, turns.isSpeaking() && !interrupts);
    }

    @Override
    public void speakOn(int turn, String clause, boolean interrupts) {
        playback.speakOn(turn, clause, turns.isSpeaking() && !interrupts);
    }

    @Override
    public boolean isSilent() {
        return !playback.isSpeaking();
    }

    @Override
    public void refused() {
        playback.forget();
    }

    /** Whoever is gone in the middle of a turn has said it all the same: the ear stays until its words are known. */
    @Override
    public void close() {
        boolean speaking = turns.isSpeaking();
        boolean said = awaited || !turns.isQuiet();
        overMyVoice = overMyVoice && playback.isSpeaking();
        gone = true;
        considered = null;
        turns.reset();
        playback.close();
        if (speaking) {
            endedAtMs = desk.clockMs();
            heard = null;
        }
        if (!said) {
            ear.close();
        } else if (heard != null) {
            lastWords(heard);
        } else {
            ear.askLast(speaking);
        }
    }

    private void lastWords(String text) {
        ear.close();
        if (!text.isBlank() && !(overMyVoice && completeness.isBackChannel(text))) {
            desk.scribe().say(text, span(), false, saidVerbatim(), sureness);
        }
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
            overMyVoice = playback.isSpeaking();
            ear.begin();
        }
        turns.speechStarted();
        if (detector != null && playback.isSpeaking()) {
            playback.overIt(agoMs);
        }
    }

    private void stopped(long agoMs) {
        playback.nothingOverIt();
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
            playback.cutNow();
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
        playback.cutNow();
        watch.speechEnded(0);
        watch.taken();
        desk.scribe().say(Desk.TYPED + typed.key(), typed.text(), null, false);
    }

    // ---- the ear's and the turn's news

    @Override
    public void sofar(String text) {
        if (gone) {
            return;
        }
        desk.wire().send(new ServerMessage.Partial(text));
        if (ear.kind() == ClientMessage.EarChoice.BROWSER) {
            heard = null; // it writes on; its text is told again
        }
        turns.text(text);
        takesTheWord(text);
    }

    @Override
    public void late(SpeechFailed why) {
        late = why;
    }

    @Override
    public void text(String text, @Nullable Double sureness) {
        this.sureness = sureness;
        if (gone) {
            lastWords(text);
            return;
        }
        watch.textFinal();
        if (late == null) {
            stepDown.earInTime();
        } else if (stepDown.earLate()) {
            tooLate = late;
        }
        late = null;
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
        if (gone) {
            ear.close();
            return;
        }
        awaited = false;
        late = null;
        turns.reset();
        ear.discard();
        if (!recognisers.givenUp(why)) {
            desk.wire().send(new ServerMessage.Trouble("not-heard", "That was not understood. Please say it again."));
        }
    }

    @Override
    public void mayBeOver() {
        heard = null;
        late = null;
        ear.ask();
    }

    @Override
    public void goesOn() {
        ear.goesOn();
        heard = null;
        considered = null;
        playback.forget();
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
        boolean nod = overMyVoice && playback.isSpeaking() && completeness.isBackChannel(text);
        overMyVoice = false;
        if (text.isBlank() || nod) {
            ear.discard();
            playback.forget();
            if (text.isBlank() && stepDown.nothingHeard()) {
                stepDown.to(ServerMessage.Down.PUSH_TO_TALK, "noise");
            }
            makeRoom();
            return;
        }
        stepDown.heard();
        ear.next();
        makeRoom();
        playback.cutNow();
        desk.said(text, saidVerbatim());
        desk.scribe().say(text, span(), interrupting, saidVerbatim(), sureness);
    }

    private boolean saidVerbatim() {
        return ear.kind() == ClientMessage.EarChoice.SERVER && recognisers.verbatim();
    }

    private Mind.Span span() {
        return new Mind.Span(startedAtMs, Math.max(startedAtMs, endedAtMs));
    }

    /** Between two turns: the one that was late has nothing more to tell. */
    private void makeRoom() {
        SpeechFailed why = tooLate;
        tooLate = null;
        if (why != null) {
            recognisers.replaced(why);
        }
    }

    private void takesTheWord(String text) {
        if (playback.isSpeaking() && overMyVoice && !text.isBlank() && !completeness.isBackChannel(text)) {
            if (detector == null) {
                playback.stop();
            } else {
                playback.wordsOverIt();
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
                        playback.prepare(answers.getFirst());
                    }
                },
                _ -> {}); // what is wrong will be told when it is said in earnest
    }
}
