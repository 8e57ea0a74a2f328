package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what would have gone over the line. */
final class RecordingWire implements Wire {

    final List<ServerMessage> messages = new ArrayList<>();
    int audioMs;
    boolean takes = true;

    @Nullable
    CloseCode closed;

    @Override
    public void send(ServerMessage message) {
        messages.add(message);
    }

    @Override
    public void audio20(ByteBuf pcm) {
        audioMs += pcm.readableBytes() / 48;
        pcm.release();
    }

    @Override
    public boolean takesMore() {
        return takes;
    }

    java.util.function.Consumer<Boolean> flow = _ -> {};

    @Override
    public void whenFlowChanges(java.util.function.Consumer<Boolean> told) {
        flow = told;
    }

    final List<Mind.Reply> handedOn = new ArrayList<>();

    @Override
    public void handOn(Mind.Reply reply) {
        handedOn.add(reply);
    }

    @Override
    public void close(CloseCode code) {
        closed = code;
    }

    <T extends ServerMessage> List<T> all(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The kinds of what was sent, in order. */
    String kinds() {
        return messages.stream().map(m -> m.getClass().getSimpleName()).collect(Collectors.joining(" "));
    }
}
