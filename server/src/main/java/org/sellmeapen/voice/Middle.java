package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * What stands between the person's sound and the counterpart's: the pipeline of ear, mind and mouth, or a relay to a vendor
 * that hears and speaks by itself. All on the loop of the call.
 */
interface Middle {

    /** How it works, for the other end. */
    ServerMessage.Ready ready(ServerMessage.Ready drawn);

    void begin();

    /** One frame of the microphone, PCM16; not released by this. */
    void audio(ByteBuf pcm);

    void heard(ClientMessage message);

    /** These turns of the counterpart are to be spoken. */
    void speak(List<Mind.SaidTurn> turns, boolean interrupts);

    /** Nothing sounds and nothing waits to. */
    boolean isSilent();

    /** Nothing came of what was said last. */
    void refused();

    void close();
}
