package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the person's sound and the counterpart's: the pipeline of ear, mind and mouth, or a relay to a vendor
 * that hears and speaks by itself. All on the loop of the call.
 */
interface Middle {

    /** How it works, for the other end; null: not yet, it will tell the desk itself. */
    ServerMessage.@Nullable Ready ready(ServerMessage.Ready drawn);

    void begin();

    /** One frame of the microphone, PCM16; not released by this. */
    void audio(ByteBuf pcm);

    void heard(ClientMessage message);

    /** These turns of the counterpart are to be spoken. */
    void speak(List<Mind.SaidTurn> turns, boolean interrupts);

    /** The next clause of a turn that is still being worded; {@link #speak} is told of it when its last one is there. */
    default void speakOn(int turn, String clause, boolean interrupts) {}

    /** The middle answered by itself what was last said; so the mind would have answered. */
    default void answeredItself(List<Mind.SaidTurn> instead) {}

    /** Nothing sounds and nothing waits to. */
    boolean isSilent();

    /** Nothing came of what was said last. */
    void refused();

    void close();
}
