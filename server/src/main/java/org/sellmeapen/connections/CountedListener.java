package org.sellmeapen.connections;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Both directions of a socket, counted. The listener meets the counted socket only. */
final class CountedListener implements WebSocket.Listener {

    private final WebSocket.Listener listener;
    private final Leaving leaving;
    private volatile @Nullable CountedSocket around;

    CountedListener(WebSocket.Listener listener, Leaving leaving) {
        this.listener = listener;
        this.leaving = leaving;
    }

    synchronized WebSocket around(WebSocket socket) {
        CountedSocket there = around;
        if (there == null) {
            there = new CountedSocket(socket, leaving);
            around = there;
        }
        return there;
    }

    @Override
    public void onOpen(WebSocket socket) {
        listener.onOpen(around(socket));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        leaving.received(bytes(data));
        return listener.onText(around(socket), data, last);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        leaving.received(data.remaining());
        return listener.onBinary(around(socket), data, last);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        return listener.onPing(around(socket), message);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        return listener.onPong(around(socket), message);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        leaving.ended(Leaving.State.ENDED);
        return listener.onClose(around(socket), statusCode, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        leaving.ended(Leaving.State.FAILED);
        listener.onError(around(socket), error);
    }

    /** What a server says that lets nobody in. */
    static void refusal(Throwable failure, Leaving leaving) {
        Throwable why =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (why instanceof WebSocketHandshakeException refused
                && refused.getResponse() != null
                && refused.getResponse().body() instanceof CharSequence words) {
            leaving.received(bytes(words));
        }
    }

    private static long bytes(CharSequence data) {
        return data.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private record CountedSocket(WebSocket socket, Leaving leaving) implements WebSocket {

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return counted(bytes(data), socket.sendText(data, last));
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return counted(data.remaining(), socket.sendBinary(data, last));
        }

        private CompletableFuture<WebSocket> counted(long bytes, CompletableFuture<WebSocket> going) {
            return going.thenApply(_ -> {
                leaving.sent(bytes);
                return this;
            });
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return socket.sendPing(message).thenApply(_ -> this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return socket.sendPong(message).thenApply(_ -> this);
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            leaving.ended(Leaving.State.ENDED);
            return socket.sendClose(statusCode, reason).thenApply(_ -> this);
        }

        @Override
        public void request(long n) {
            socket.request(n);
        }

        @Override
        public String getSubprotocol() {
            return socket.getSubprotocol();
        }

        @Override
        public boolean isOutputClosed() {
            return socket.isOutputClosed();
        }

        @Override
        public boolean isInputClosed() {
            return socket.isInputClosed();
        }

        @Override
        public void abort() {
            leaving.ended(Leaving.State.ENDED);
            socket.abort();
        }
    }
}
