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
final class Relay implements Middle, Vendor.Told, RelayEar.Told {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Desk desk;
    private final Loop loop;
    private final String provider;
    private final boolean late;
    private final RelayLeg leg;
    private final Consumer<Relay> givesUp;
    private final StageWatch watch;
    private final Completeness completeness;
    private final RelayEar ear;
    private final RelayMouth mouth;
    private final RelayReplies replies;
    private final RelayCut cut;
    private final OwnAnswers own;
    private final RelayMemory memory;

    private ServerMessage.@Nullable Ready drawn;
    private boolean opened;
    private String whyGivenUp = "";
    private boolean overMyVoice;

    /**
     * @param memory what was said, of which another vendor may have heard a part
     * @param legs opens a leg to the vendor
     * @param givesUp told when the vendor is lost for good; somebody else has to take the call
     */
    Relay(
            Desk desk,
            String provider,
            boolean late,
            RelayMemory memory,
            BiFunction<Loop, Vendor.Told, Vendor> legs,
            StageWatch watch,
            Consumer<Relay> givesUp) {
        this.desk = desk;
        this.loop = desk.loop();
        this.provider = provider;
        this.late = late;
        this.leg = new RelayLeg(loop, this, legs);
        this.watch = watch;
        this.givesUp = givesUp;
        VoiceBrief brief = desk.call().brief();
        completeness = new Completeness(TurnPack.of(brief.language()));
        ear = new RelayEar(loop, this, TurnRules.of(brief.patienceMs(), brief.interruptsAfterMs()), completeness);
        this.memory = memory;
        own = new OwnAnswers(turn -> desk.scribe().cut(turn, "", 0, desk.tape().span(turn, 0, desk.clockMs())));
        replies = new RelayReplies(desk, leg, memory, own, watch, this::brokenByItself);
        mouth = replies.mouth();
        cut = new RelayCut(desk, mouth, own, memory);
    }

    // ---- the desk's side

    @Override
    public ServerMessage.@Nullable Ready ready(ServerMessage.Ready asDrawn) {
        drawn = asDrawn;
        return null; // when the vendor is
    }

    @Override
    public void begin() {
        desk.wire().whenFlowChanges(leg::flow);
        leg.open();
    }

    @Override
    public void audio(ByteBuf pcm) {
        leg.audio(pcm);
    }

    @Override
    public void heard(ClientMessage message) {
        switch (message) {
            case ClientMessage.Talk talk -> {
                if (talk.state() == ClientMessage.Key.PRESSED) {
                    cut.now();
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
                cut.playing(playing);
                watch.sounds(playing.turn(), desk.clockMs() - playing.atMs());
            }
            case ClientMessage.Interrupted interrupted -> cut.at(interrupted.turn(), interrupted.playedMs());
            case ClientMessage.Played played -> {
                if (played.turn() == mouth.currentTurn()) {
                    long ms = Math.max(0, played.atMs() - cut.playingSince());
                    desk.scribe().sounded(played.turn(), desk.tape().span(played.turn(), ms, played.atMs()));
                }
                replies.heardAll(played.turn());
            }
            case ClientMessage.Hello _,
                    ClientMessage.Speech _,
                    ClientMessage.HeardText _,
                    ClientMessage.Gauge _,
                    ClientMessage.Ping _,
                    ClientMessage.Bye _ -> {} // the vendor hears by itself
        }
    }

    private void done() {
        if (late) {
            if (!ear.isQuiet()) {
                leg.commit(true);
            }
        } else {
            ear.endNow();
        }
    }

    private void typed(ClientMessage.Typed typed) {
        if (typed.text().isBlank()) {
            return;
        }
        cut.now();
        watch.speechEnded(0);
        watch.taken();
        memory.add(true, typed.text());
        if (late && leg.isReady()) {
            leg.typed(typed.text());
            desk.scribe().sayAnswered(Desk.TYPED + typed.key(), typed.text(), null);
        } else {
            desk.scribe().say(Desk.TYPED + typed.key(), typed.text(), null, false);
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
                desk.scribe().cut(unheard.i(), "", 0, desk.tape().span(unheard.i(), 0, desk.clockMs()));
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
        leg.instruct(memory.steering(instead));
    }

    @Override
    public boolean isSilent() {
        return mouth.isSilent();
    }

    @Override
    public void refused() {}

    @Override
    public void close() {
        ear.reset();
        cut.reset();
        RelayMouth.Reply begun = mouth.lost();
        if (begun != null) {
            cut.settle(begun, mouth.soundedMs());
        }
        leg.close();
    }

    /** What is left to be said by whoever takes over. */
    List<RelayMouth.Reply> unspoken() {
        return mouth.unspoken();
    }

    String whyGivenUp() {
        return whyGivenUp;
    }

    // ---- the leg

    @Override
    public void ready() {
        ServerMessage.Ready shown = drawn;
        if (leg.isClosed() || shown == null) {
            return;
        }
        leg.remember(memory, late); // nothing, at the beginning
        if (!opened) {
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
        leg.ready();
        mouth.ready();
    }

    @Override
    public void leaving() {
        if (leg.hangUp()) {
            lost(SpeechFailed.passing(provider, "cut-off"));
        }
    }

    /** It does not speak what it is asked to. */
    private void brokenByItself() {
        if (leg.hangUp()) {
            lost(SpeechFailed.passing(provider, "vendor-trouble"));
        }
    }

    @Override
    public void lost(SpeechFailed why) {
        if (leg.isClosed()) {
            return;
        }
        log.info("call={} lost its vendor: {}", desk.call().id(), why.getMessage());
        leg.lost();
        cut.reset();
        RelayMouth.Reply begun = mouth.lost();
        if (begun != null) {
            cut.settle(begun, begun.audioMs());
            desk.wire().send(new ServerMessage.Trouble("voice-broke-off", "The voice broke off. Go on when you like."));
        }
        ear.lost();
        if (!leg.again(why)) {
            whyGivenUp = why.code();
            givesUp.accept(this);
        }
    }

    // ---- what the vendor hears

    @Override
    public void speechStarted(long atMs) {
        long ago = leg.ago(atMs);
        if (ear.isQuiet()) {
            overMyVoice = mouth.isSpeaking();
        }
        ear.started(desk.clockMs() - ago);
        cut.speechStarted(ago);
    }

    @Override
    public void speechStopped(long atMs) {
        long ago = leg.ago(atMs);
        cut.speechStopped();
        watch.speechEnded(ago);
        ear.stopped(desk.clockMs() - ago, ago);
    }

    @Override
    public void sofar(String text) {
        desk.wire().send(new ServerMessage.Partial(text));
    }

    @Override
    public void heard(String text) {
        leg.works();
        watch.textFinal();
        boolean nod = overMyVoice && mouth.isSpeaking() && completeness.isBackChannel(text);
        if (!late) {
            if (nod) {
                ear.reset();
                return;
            }
            ear.heard(text);
            if (overMyVoice && mouth.isSpeaking() && !text.isBlank()) {
                cut.stop(); // more than a nod: they have the word
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
        desk.said(text, false);
        desk.scribe().sayAnswered(null, text.isBlank() ? "…" : text, span);
    }

    @Override
    public void turn(String text, Mind.Span span, boolean cutOff) {
        watch.taken();
        cut.now();
        memory.add(true, text);
        desk.said(text, false);
        desk.scribe().say(text, span, cutOff);
    }

    @Override
    public void notHeard() {
        desk.wire().send(new ServerMessage.Trouble("not-heard", "That was not understood. Please say it again."));
    }

    @Override
    public void commit() {
        leg.commit(false);
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
        } else {
            leg.stop(0); // nobody asked
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
}
