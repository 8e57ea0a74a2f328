package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seats ear, mind and mouth for one call, keeps its clock, and brings what was said to the record and back. Lives on the
 * loop of the call.
 */
final class Desk implements Scribe.Told {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private static final int HOLD_EVERY_MS = 15_000;

    /** Longer than anybody's last sentence. */
    private static final int LAST_WORDS_MS = 60_000;

    private static final int HELLO_WITHIN_MS = 1_500;

    /** What the person typed is said under a key of theirs. */
    static final String TYPED = "typed:";

    private final Call call;
    private final Loop loop;
    private final Wire wire;
    private final Mind mind;
    private final TapeDeck deck;
    private final Middle middle;
    private final Scribe scribe;
    private final Greeting greeting;

    private boolean over;
    private int toldUpTo = -1;
    /** The turn that is being worded, in words that will not be said; until its first clause is there. */
    private Mind.@Nullable SaidTurn draft;

    private boolean closed;
    private Loop.@Nullable Timer hold;

    Desk(Call call, Loop loop, Wire wire, Mind mind, Tape tape, Function<Desk, Middle> middle) {
        this.call = call;
        this.loop = loop;
        this.wire = wire;
        this.mind = mind;
        this.deck = new TapeDeck(call, loop, wire, mind, tape);
        this.scribe = new Scribe(call, loop, wire, mind, this);
        this.middle = middle.apply(this);
        this.greeting = new Greeting(opening -> answered(opening, false), latest -> this.middle.speak(latest, false));
    }

    Call call() {
        return call;
    }

    Loop loop() {
        return loop;
    }

    Wire wire() {
        return wire;
    }

    Scribe scribe() {
        return scribe;
    }

    Tape tape() {
        return deck.tape();
    }

    /** Milliseconds of microphone since the session's first frame. */
    long clockMs() {
        return deck.clockMs();
    }

    /** The middle can work: at once, or when its vendor can. Who takes over from another has nothing more to tell. */
    void ready(ServerMessage.Ready ready) {
        if (!greeting.isReady()) {
            wire.send(ready);
            deck.begins();
            greeting.ready();
        }
    }

    boolean isReady() {
        return greeting.isReady();
    }

    void open() {
        ServerMessage.Ready now = middle.ready(call.ready(clockMs(), deck.tape().records()));
        if (now != null) {
            ready(now);
        }
        middle.begin();
        loop.work(() -> mind.enter(call.caller()), greeting::entered, this::refused);
        loop.after(HELLO_WITHIN_MS, () -> {
            if (!greeting.isGreeted()) { // who says nothing of it has heard it all
                greet(new ClientMessage.Hello(Integer.MAX_VALUE, null, null, null));
            }
        });
        hold = loop.after(HOLD_EVERY_MS, this::hold);
    }

    /** One frame of the microphone; not released by this. */
    void audio(ByteBuf pcm) {
        deck.audio(pcm);
        middle.audio(pcm);
        deck.heard(pcm.readableBytes() / 2);
    }

    void message(ClientMessage message) {
        deck.message(message);
        switch (message) {
            case ClientMessage.Hello hello -> greet(hello);
            case ClientMessage.Ping ping -> wire.send(new ServerMessage.Pong(ping.sentMs(), clockMs()));
            case ClientMessage.Bye _ -> wire.close(CloseCode.OVER);
            case ClientMessage.Gauge _ -> {}
            case ClientMessage.Typed _,
                    ClientMessage.Speech _,
                    ClientMessage.Talk _,
                    ClientMessage.HeardText _,
                    ClientMessage.Mic _,
                    ClientMessage.Playing _,
                    ClientMessage.Interrupted _,
                    ClientMessage.Played _ -> middle.heard(message);
        }
    }

    /** What came of the last words on the line before this one. */
    void handedOn(Mind.Reply reply) {
        greeting.handedOn(reply);
    }

    /** The person said this aloud. @param verbatim whether no hesitation is left out of it */
    void said(String text, boolean verbatim) {
        deck.said(text, verbatim);
    }

    /** The other end is gone, or was sent away. */
    void closed() {
        if (closed) {
            return;
        }
        closed = true;
        greeting.off();
        if (hold != null) {
            hold.cancel();
        }
        middle.close();
        deck.close();
    }

    @Override
    public void answered(Mind.Reply reply, boolean interrupts) {
        if (closed) {
            wire.handOn(reply);
            return;
        }
        List<Mind.SaidTurn> answers =
                reply.turns().stream().filter(this::byCounterpart).toList();
        for (Mind.SaidTurn turn : reply.turns()) {
            if (turn.i() > toldUpTo || byCounterpart(turn)) {
                tell(reply, turn, interrupts && !answers.isEmpty() && turn == answers.getFirst() ? true : null);
            }
        }
        middle.speak(answers, interrupts);
        if (reply.isOver()) {
            over(reply);
        }
    }

    @Override
    public void beingAnswered(Mind.Reply heard) {
        if (!closed) {
            for (Mind.SaidTurn turn : heard.turns()) {
                if (byCounterpart(turn)) {
                    draft = turn;
                } else {
                    tell(heard, turn, null);
                    toldUpTo = Math.max(toldUpTo, turn.i());
                }
            }
        }
    }

    @Override
    public void clause(int turn, String clause, boolean interrupts) {
        if (!closed) {
            Mind.SaidTurn first = draft;
            if (first != null && first.i() == turn) {
                draft = null;
                wire.send(new ServerMessage.Turn(
                        first.saying(clause), "live", first.phase(), null, null, interrupts ? true : null));
            }
            middle.speakOn(turn, clause, interrupts);
        }
    }

    /** The last words may still be spoken; then the line is closed. */
    private void over(Mind.Reply reply) {
        if (over) {
            return;
        }
        over = true;
        wire.send(new ServerMessage.StageNow(reply.stage(), reply.outcome(), reply.ending()));
        if (middle.isSilent()) {
            wire.close(CloseCode.OVER);
        } else {
            loop.after(LAST_WORDS_MS, () -> wire.close(CloseCode.OVER));
        }
    }

    /** The counterpart has said all there was to say, and it was heard. */
    void silent() {
        if (over) {
            wire.close(CloseCode.OVER);
        }
    }

    @Override
    public void answeredItself(Mind.Reply reply) {
        if (reply.isOver()) {
            answered(reply, false); // the end is the mind's, and it is spoken as the mind words it
            return;
        }
        for (Mind.SaidTurn turn : reply.turns()) {
            if (!byCounterpart(turn)) {
                tell(reply, turn, null);
            }
        }
        middle.answeredItself(reply.turns().stream().filter(this::byCounterpart).toList());
    }

    @Override
    public void unanswered(String key, Exception trouble) {
        middle.refused();
        String typed = key.startsWith(TYPED) ? key.substring(TYPED.length()) : null;
        if (trouble instanceof Problem problem && CloseCode.isOfTheWords(problem)) {
            wire.send(new ServerMessage.Trouble(problem.code(), problem.detail(), typed));
            return;
        }
        refused(trouble, typed);
    }

    private void tell(Mind.Reply reply, Mind.SaidTurn turn, @Nullable Boolean interrupts) {
        wire.send(new ServerMessage.Turn(
                turn, reply.stage(), reply.phase(), reply.outcome(), reply.ending(), interrupts));
    }

    private boolean byCounterpart(Mind.SaidTurn turn) {
        return turn.speaker().equals(call.brief().counterpart());
    }

    private void greet(ClientMessage.Hello said) {
        middle.heard(said);
        greeting.said(said);
    }

    private void hold() {
        hold = loop.after(HOLD_EVERY_MS, this::hold);
        look();
    }

    /** Looks whether the conversation was paused or ended by other means, and whether it may still be recorded. */
    void look() {
        if (closed) {
            return;
        }
        deck.look();
        loop.work(
                () -> mind.hold(call.caller()),
                stands -> {
                    if (stands.isOver()) {
                        over(stands);
                    } else if (stands.stage().equals("paused") && !closed) {
                        wire.send(new ServerMessage.StageNow(stands.stage(), null, null));
                        wire.close(CloseCode.PAUSED);
                    }
                },
                this::refused);
    }

    @Override
    public void refused(Exception trouble) {
        refused(trouble, null);
    }

    private void refused(Exception trouble, @Nullable String typed) {
        if (closed) {
            return;
        }
        if (trouble instanceof Problem problem) {
            wire.send(new ServerMessage.Trouble(problem.code(), problem.detail(), typed));
            wire.close(CloseCode.of(problem));
            return;
        }
        // The other end reconnects; what was acknowledged is on disk.
        log.warn("call={} of session={} failed", call.id(), call.caller().conversation(), trouble);
        wire.send(new ServerMessage.Trouble("fault", "Something went wrong here. What was said is kept."));
        wire.close(CloseCode.FAULT);
    }
}
