package org.sellmeapen.ai.vosk;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SampleBuffer;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.connections.NotAllowedOut;

/**
 * One stretch of speech on one connection; when that breaks, once more from the start on another. Everything here happens
 * inside the stream's {@link Telling}.
 */
final class VoskLine {

    /** Answers that may be outstanding: a server that falls behind is not sent more. */
    private static final int WINDOW = 8;

    private static final int LONGEST_S = 240;
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration PROBED_AFTER = Duration.ofSeconds(1);

    /** To the letter: the server compares strings. */
    private static final String END = "{\"eof\" : 1}";

    interface Listener {
        void partial();

        /** It has a final text or a failure. */
        void done();
    }

    private final VoskSpeechToText.Door door;
    private final VoskSpeechToText.Limits limits;
    private final Timing timing;
    private final Telling telling;
    private final int rate;
    private final int startMs;
    private final Listener listener;
    private final SampleBuffer audio;

    private @Nullable Connection connection;
    private boolean reconnected;
    private boolean waiting;
    private boolean finished;
    private boolean done;
    private @Nullable SpeechFailed failure;
    private @Nullable Runnable deadline;

    private final List<String> texts = new ArrayList<>();
    private final List<RecognisedWord> words = new ArrayList<>();
    private String partial = "";

    VoskLine(
            VoskSpeechToText.Door door,
            VoskSpeechToText.Limits limits,
            Timing timing,
            Telling telling,
            int rate,
            int startMs,
            Listener listener) {
        this.door = door;
        this.limits = limits;
        this.timing = timing;
        this.telling = telling;
        this.rate = rate;
        this.startMs = startMs;
        this.listener = listener;
        this.audio = new SampleBuffer(LONGEST_S * rate);
    }

    void audio(short[] samples) {
        if (done) {
            return;
        }
        audio.add(samples, 0, samples.length);
        Connection there = connection;
        if (there == null && !waiting) {
            connect();
        } else if (there != null) {
            there.send();
        }
    }

    void finish() {
        finished = true;
        if (!done) {
            deadline = timing.after(
                    limits.last(),
                    () -> telling.run(() -> fail(SpeechFailed.passing(VoskSpeechToText.ID, "timed-out"))));
            if (connection != null) {
                connection.send();
            }
        }
    }

    void abort() {
        done = true;
        end();
    }

    boolean isDone() {
        return done;
    }

    @Nullable
    SpeechFailed failure() {
        return failure;
    }

    List<RecognisedWord> words() {
        return words;
    }

    String text(boolean last) {
        String sure = String.join(" ", texts);
        return last || partial.isEmpty() ? sure : (sure + " " + partial).strip();
    }

    private void connect() {
        Connection fresh = new Connection();
        connection = fresh;
        texts.clear();
        words.clear();
        partial = "";
        door.open(fresh)
                .whenComplete((socket, trouble) -> telling.run(() -> {
                    if (socket != null && connection != fresh) {
                        socket.abort();
                    } else if (socket != null) {
                        fresh.opened(socket);
                    } else if (connection == fresh) {
                        broke(reason(trouble));
                    }
                }));
    }

    private static SpeechFailed reason(@Nullable Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException ? trouble.getCause() : trouble;
        if (cause instanceof WebSocketHandshakeException refused) {
            int status = refused.getResponse().statusCode();
            return switch (status) {
                case 401, 403 -> SpeechFailed.lasting(VoskSpeechToText.ID, "key-refused");
                case 404 -> SpeechFailed.lasting(VoskSpeechToText.ID, "not-found");
                default ->
                    status >= 500 || status == 429
                            ? SpeechFailed.passing(VoskSpeechToText.ID, "vendor-trouble")
                            : SpeechFailed.lasting(VoskSpeechToText.ID, "request-refused");
            };
        }
        return cause instanceof NotAllowedOut
                ? SpeechFailed.lasting(VoskSpeechToText.ID, "not-allowed-out")
                : SpeechFailed.passing(VoskSpeechToText.ID, "unreachable");
    }

    private void broke(SpeechFailed why) {
        if (done) {
            return;
        }
        if (reconnected || !why.isPassing()) {
            fail(why);
            return;
        }
        reconnected = true;
        Connection broken = connection;
        connection = null; // it may tell of its end more than once
        if (broken != null && broken.socket != null) {
            broken.socket.abort();
        }
        waiting = true;
        timing.after(
                SOON,
                () -> telling.run(() -> {
                    if (!done) {
                        waiting = false;
                        connect();
                    }
                }));
    }

    private void fail(SpeechFailed why) {
        if (!done) {
            failure = why;
            over();
        }
    }

    private void over() {
        done = true;
        end();
        listener.done();
    }

    private void end() {
        if (deadline != null) {
            deadline.run();
        }
        Connection last = connection;
        connection = null;
        audio.clear();
        if (last != null && last.socket != null) {
            last.socket.abort();
        }
    }

    private void heard(VoskAnswer answer) {
        words.addAll(answer.words());
        if (answer.text() != null) {
            partial = "";
            if (!answer.text().isEmpty()) {
                texts.add(answer.text());
            }
        } else if (answer.partial() != null) {
            partial = answer.partial();
        }
    }

    private final class Connection implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();
        private @Nullable WebSocket socket;
        private boolean sending;
        private boolean probing;
        private boolean endSent;
        private int sent;
        private int unanswered;

        void opened(WebSocket opened) {
            socket = opened;
            say(opened.sendText("{\"config\" : {\"sample_rate\" : " + rate + ", \"words\" : 1}}", true));
        }

        private void say(CompletionStage<?> saying) {
            sending = true;
            saying.whenComplete((_, trouble) -> telling.run(() -> {
                sending = false;
                if (connection != this) {
                    return;
                }
                if (trouble != null) {
                    broke(SpeechFailed.passing(VoskSpeechToText.ID, "cut-off"));
                } else {
                    send();
                    probe();
                }
            }));
        }

        /** The JDK's client does not always tell that the other side is gone; who says something to it learns. */
        private void probe() {
            if (!probing && unanswered > 0) {
                probing = true;
                timing.after(
                        PROBED_AFTER,
                        () -> telling.run(() -> {
                            probing = false;
                            WebSocket open = socket;
                            if (connection == this && open != null && unanswered > 0 && !sending) {
                                say(open.sendPing(ByteBuffer.allocate(0)));
                            }
                        }));
            }
        }

        void send() {
            WebSocket open = socket;
            if (open == null || sending || unanswered >= WINDOW) {
                return;
            }
            int there = audio.length() - sent;
            if (there >= rate / 25 || (there > 0 && finished)) {
                int count = Math.min(there, rate / 5);
                ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < count; i++) {
                    bytes.putShort(audio.at(sent + i));
                }
                sent += count;
                unanswered++;
                say(open.sendBinary(bytes.flip(), true));
            } else if (finished && !endSent) {
                endSent = true;
                unanswered++;
                say(open.sendText(END, true));
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            if (message.length() + data.length() > VoskAnswer.LONGEST) {
                telling.run(() -> garbled(SpeechFailed.lasting(VoskSpeechToText.ID, "too-large")));
                return null;
            }
            message.append(data);
            if (whole) {
                String text = message.toString();
                message.setLength(0);
                telling.run(() -> take(text));
            }
            from.request(1);
            return null;
        }

        private void take(String text) {
            if (connection != this) {
                return;
            }
            try {
                heard(VoskAnswer.of(text, startMs));
            } catch (SpeechFailed e) {
                garbled(e);
                return;
            }
            unanswered--;
            if (endSent && unanswered <= 0) {
                over();
                return;
            }
            listener.partial();
            send();
        }

        private void garbled(SpeechFailed why) {
            if (connection == this) {
                fail(why);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean whole) {
            telling.run(() -> garbled(SpeechFailed.lasting(VoskSpeechToText.ID, "garbled")));
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            lost();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            lost();
        }

        private void lost() {
            telling.run(() -> {
                if (connection == this) {
                    broke(SpeechFailed.passing(VoskSpeechToText.ID, "cut-off"));
                }
            });
        }
    }
}
