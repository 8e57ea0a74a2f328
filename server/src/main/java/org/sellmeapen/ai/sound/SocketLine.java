package org.sellmeapen.ai.sound;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.wire.Line;

/**
 * A socket to a vendor: what is sent waits its turn, since the JDK's takes one message at a time; what comes in pieces is put
 * together. Everything happens inside the {@link Telling}, calls to it included.
 */
final class SocketLine implements WebSocket.Listener {

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int MOST_WAITING = 16 << 20;
    private static final Object CLOSE = new Object();
    private static final Object PROBE = new Object();

    interface Listener {
        void message(String text);

        /** The other side is there: the answer to a {@link #probe}. */
        void alive();

        void closed(int status, String reason);

        /** It failed; nothing more comes. */
        void lost(SpeechFailed why);
    }

    private final Line line;
    private final Telling telling;
    private final Timing timing;
    private final Listener listener;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final StringBuilder message = new StringBuilder();
    private @Nullable WebSocket socket;
    private int waitingBytes;
    private boolean sending;
    private boolean over;

    SocketLine(Line line, Telling telling, Timing timing, Listener listener) {
        this.line = line;
        this.telling = telling;
        this.timing = timing;
        this.listener = listener;
    }

    void open(URI address, Map<String, String> headers) {
        line.open(address, headers, OPENS_WITHIN, this)
                .whenComplete((opened, trouble) -> telling.run(() -> {
                    if (opened != null) {
                        socket = opened;
                        pump();
                    } else {
                        lose(SpeechFailed.of(line.notOpened(trouble)));
                    }
                }));
    }

    void send(String text) {
        add(text, text.length());
    }

    void send(ByteBuffer bytes) {
        add(bytes, bytes.remaining());
    }

    private void add(Object message, int length) {
        waiting.add(message);
        waitingBytes += length;
        if (waitingBytes > MOST_WAITING) {
            lose(SpeechFailed.passing(line.provider(), "too-busy"));
        } else {
            pump();
        }
    }

    /** The JDK's client does not always tell that the other side is gone; who says something to it learns. */
    void probe() {
        waiting.add(PROBE);
        pump();
    }

    /** Takes leave and closes. Nothing is told any more; what waited is dropped. */
    void leave(@Nullable String goodbye) {
        over = true;
        waiting.clear();
        waitingBytes = 0;
        if (goodbye != null) {
            waiting.add(goodbye);
            waitingBytes = goodbye.length();
        }
        waiting.add(CLOSE);
        pump();
    }

    private void pump() {
        WebSocket open = socket;
        if (open == null || sending || waiting.isEmpty()) {
            return;
        }
        Object next = waiting.remove();
        CompletableFuture<?> sent;
        if (next instanceof ByteBuffer bytes) {
            waitingBytes -= bytes.remaining();
            sent = open.sendBinary(bytes, true);
        } else if (next == PROBE) {
            sent = open.sendPing(ByteBuffer.allocate(0));
        } else if (next == CLOSE) {
            timing.after(CLOSES_WITHIN, open::abort);
            sent = open.sendClose(WebSocket.NORMAL_CLOSURE, "");
        } else {
            String text = (String) next;
            waitingBytes -= text.length();
            sent = open.sendText(text, true);
        }
        sending = true;
        sent.whenComplete((_, trouble) -> telling.run(() -> {
            sending = false;
            if (trouble != null) {
                lose(SpeechFailed.passing(line.provider(), "cut-off"));
                open.abort();
            } else {
                pump();
            }
        }));
    }

    private void lose(SpeechFailed why) {
        if (!over) {
            over = true;
            waiting.clear();
            if (socket != null) {
                socket.abort();
            }
            listener.lost(why);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        if (message.length() + data.length() > LONGEST_MESSAGE) {
            telling.run(() -> lose(SpeechFailed.passing(line.provider(), "garbled")));
            return null;
        }
        message.append(data);
        if (whole) {
            String text = message.toString();
            message.setLength(0);
            telling.run(() -> {
                if (!over) {
                    listener.message(text);
                }
            });
        }
        from.request(1);
        return null;
    }

    /** No vendor tells text so; whatever it is, it is not for us. */
    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean whole) {
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        telling.run(() -> {
            if (!over) {
                listener.alive();
            }
        });
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        telling.run(() -> {
            if (!over) {
                over = true;
                waiting.clear();
                listener.closed(status, reason);
            }
        });
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        telling.run(() -> lose(SpeechFailed.passing(line.provider(), "cut-off")));
    }

    void abort() {
        over = true;
        waiting.clear();
        if (socket != null) {
            socket.abort();
        }
    }
}
