package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;

/** What goes out in order with the voice. What is urgent does not wait here at all. */
sealed interface Frame {

    int turn();

    /** Said before or after the audio it belongs to; dropped with it. */
    record Control(int turn, ServerMessage message) implements Frame {}

    /**
     * @param fromMs on the turn's own audio
     * @param ms how long it is
     */
    record Speech(int turn, long fromMs, int ms, ByteBuf pcm) implements Frame {}
}
