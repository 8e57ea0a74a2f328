package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The clock of a call and what runs by it: the tape, and who listens along to measure. Lives on the loop of the call. */
final class TapeDeck {

    private static final int TURNED_EVERY_MS = 250;

    private final Call call;
    private final Loop loop;
    private final Wire wire;
    private final Mind mind;
    private final Tape tape;
    private final CallClock clock;

    private Loop.@Nullable Timer turning;
    private @Nullable CallGauge gauge;

    TapeDeck(Call call, Loop loop, Wire wire, Mind mind, Tape tape) {
        this.call = call;
        this.loop = loop;
        this.wire = wire;
        this.mind = mind;
        this.tape = tape;
        this.clock = new CallClock(call.clockMs(), call.upRate(), loop::nowMs);
    }

    Tape tape() {
        return tape;
    }

    long clockMs() {
        return clock.ms();
    }

    /** The other end was told where the clock stands; its microphone is still shut. */
    void begins() {
        clock.stands();
        turn();
    }

    /** With the microphone shut no frame turns the tape. */
    private void turn() {
        if (tape.runs()) {
            tape.turnsTo(clock.ms());
            turning = loop.after(TURNED_EVERY_MS, this::turn);
        } else {
            turning = null;
        }
    }

    /** One frame of the microphone, before the middle has it. */
    void audio(ByteBuf pcm) {
        if (tape.runs()) {
            tape.person(clock.ms(), pcm);
        }
    }

    /** So much of the microphone was heard. */
    void heard(int samples) {
        clock.heard(samples);
    }

    /** What the other end says, before the middle has it. */
    void message(ClientMessage message) {
        switch (message) {
            case ClientMessage.Mic mic -> microphone(mic);
            case ClientMessage.Playing playing ->
                tape.sounds(playing.turn(), playing.fromMs(), clock.possible(playing.atMs()));
            case ClientMessage.Interrupted interrupted -> tape.cut(interrupted.turn(), interrupted.playedMs());
            case ClientMessage.Gauge wished -> gauge(wished.on());
            case ClientMessage.Hello _,
                    ClientMessage.Typed _,
                    ClientMessage.Speech _,
                    ClientMessage.Talk _,
                    ClientMessage.HeardText _,
                    ClientMessage.Played _,
                    ClientMessage.Ping _,
                    ClientMessage.Bye _ -> {}
        }
    }

    /** While the microphone is shut the loop's time goes on in its place, so that the counterpart is recorded all the same. */
    private void microphone(ClientMessage.Mic mic) {
        if (mic.state() == ClientMessage.Door.OPEN) {
            clock.goesOnAt(mic.atMs());
        } else {
            clock.stands();
        }
    }

    /** The person said this aloud. */
    void said(String text, boolean verbatim) {
        if (gauge != null) {
            gauge.said(text, verbatim);
        }
    }

    private void gauge(boolean wanted) {
        CallGauge now = gauge;
        if (now != null && !wanted) {
            tape.without(now);
            gauge = null;
        } else if (now == null && wanted) {
            gauge = new CallGauge(loop, wire, () -> mind.gauge(call.brief()));
            tape.onto(gauge);
            if (turning == null) {
                turn();
            }
        }
    }

    /** Looks whether it may still be recorded; the page is told when it is not any more. */
    void look() {
        Tape.Tracks kept = tape.kept();
        if (kept != null) {
            loop.work(
                    kept::isAllowed,
                    allowed -> {
                        if (!allowed && tape.kept() == kept) {
                            tape.keepNoMore();
                            wire.send(new ServerMessage.Recording(false));
                        }
                    },
                    _ -> {}); // a database that is away ends the call by other means
        }
    }

    void close() {
        if (turning != null) {
            turning.cancel();
        }
        tape.close(clock.ms());
    }
}
