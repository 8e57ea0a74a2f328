package org.sellmeapen.voice;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A program on the line of a real listener, which speaks by humming. */
final class CallSocket implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private final int rate;
    private final WebSocket socket;
    private int said;

    CallSocket(int port, JsonNode ticket) {
        rate = ticket.at("/rates/up").asInt();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols(ticket.path("subprotocol").asString())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/voice"), this)
                .join();
    }

    void say(String more) {
        socket.sendText("{\"v\":1,\"seq\":" + ++said + "," + more + "}", true).join();
    }

    /** Frames of 20 ms. */
    void hums(int ms, boolean loud) {
        for (int k = 0; k < ms / 20; k++) {
            ByteBuffer frame = ByteBuffer.allocate(rate / 25).order(ByteOrder.LITTLE_ENDIAN);
            while (frame.hasRemaining()) {
                frame.putShort((short) (loud ? (frame.position() / 2 % 100 - 50) * 200 : 0));
            }
            socket.sendBinary(frame.flip(), true).join();
        }
    }

    JsonNode next(String type) throws InterruptedException {
        JsonNode message = next();
        while (!message.path("type").asString().equals(type)) {
            message = next();
        }
        return message;
    }

    JsonNode next() throws InterruptedException {
        JsonNode message = next(10);
        if (message == null) {
            throw new AssertionError("nothing more came after " + seen);
        }
        return message;
    }

    /** Null where nothing came for so many seconds. */
    @Nullable
    JsonNode next(int seconds) throws InterruptedException {
        JsonNode message = heard.poll(seconds, TimeUnit.SECONDS);
        if (message != null) {
            seen.add(message);
        }
        return message;
    }

    /** All of this kind that was read so far. */
    List<JsonNode> seen(String type) {
        return seen.stream()
                .filter(message -> message.path("type").asString().equals(type))
                .toList();
    }

    int soundBytes() {
        synchronized (sound) {
            return sound.size();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Messages.MAPPER.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        synchronized (sound) {
            while (data.hasRemaining()) {
                sound.write(data.get());
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(1000, "")
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(_ -> socket)
                .join();
        CompletableFuture.runAsync(socket::abort).join();
    }
}
