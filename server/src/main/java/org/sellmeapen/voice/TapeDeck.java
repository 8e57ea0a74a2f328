package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The clock of a call and what runs by it: the tape, and who listens along to measure. Lives on the loop of the call. */
final class TapeDeck {

    private final Call call;
    private final Loop loop;
    private final Wire wire;
    private final Mind mind;
    private final Tape tape;
    private final CallClock clock;

    private @Nullable CallGauge gauge;

    TapeDeck(Call call, Loop loop, Wire wire, Mind mind, Tape tape) {
        this.call = call;
        this.loop = loop;
        this.wire = wire;
        this.mind = mind;
        this.tape = tape;
        this.clock = new CallClock(call.clockMs(), call.upRate());
    }

    Tape tape() {
        return tape;
    }

    long clockMs() {
        return clock.ms();
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

    /** The clock stands while the microphone is shut; what the other end says cannot turn it back. */
    void microphone(ClientMessage.Mic mic) {
        if (mic.state() == ClientMessage.Door.OPEN) {
            clock.goesOnAt(mic.atMs());
        }
    }

    /** The person said this aloud. */
    void said(String text, boolean verbatim) {
        if (gauge != null) {
            gauge.said(text, verbatim);
        }
    }

    void gauge(boolean wanted) {
        CallGauge now = gauge;
        if (now != null && !wanted) {
            tape.without(now);
            gauge = null;
        } else if (now == null && wanted) {
            gauge = new CallGauge(loop, wire, () -> mind.gauge(call.brief()));
            tape.onto(gauge);
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
        tape.close(clock.ms());
    }
}
