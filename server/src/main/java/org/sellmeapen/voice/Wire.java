package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** The line to whoever is on the other end. All on the loop of the call. */
interface Wire {

    void send(ServerMessage message);

    /** PCM16 little-endian, whole 20 ms frames; released by this. */
    void audio20(ByteBuf pcm);

    /** False while the other end reads too slowly. */
    boolean takesMore();

    /** Is told false when the other end reads too slowly, and true when it has caught up. */
    default void whenFlowChanges(Consumer<Boolean> told) {}

    void close(CloseCode code);

    /** This came when the line was closed; whoever holds the next one of the same conversation is to be told it. */
    default void handOn(Mind.Reply reply) {}
}
