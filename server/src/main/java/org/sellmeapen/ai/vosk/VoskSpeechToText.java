package org.sellmeapen.ai.vosk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.GoesOut;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Way;

/**
 * Recognition by a Vosk server. Its end-of-file is the only way to a final text and ends the connection, so each stretch
 * between two questions is a connection of its own ({@link VoskLine}), and an utterance that went on is several.
 */
public final class VoskSpeechToText implements SpeechToText, GoesOut<SpeechToText>, AutoCloseable {

    static final String ID = "vosk";

    /**
     * @param connect until a connection stands
     * @param last from the end of the audio to its final text
     */
    public record Limits(Duration connect, Duration last) {
        public static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** How a connection is opened. */
    @FunctionalInterface
    interface Door {
        CompletableFuture<WebSocket> open(WebSocket.Listener listener);
    }

    private final Door door;
    private final Limits limits;
    private final Timing timing;
    private final URI server;
    private final @Nullable HttpClient client;

    /** The server that an operator names. */
    public VoskSpeechToText(URI server, Limits limits, Timing timing) {
        HttpClient own = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
        this.door = listener ->
                own.newWebSocketBuilder().connectTimeout(limits.connect()).buildAsync(server, listener);
        this.server = server;
        this.limits = limits;
        this.timing = timing;
        this.client = own;
    }

    /** A server that an organisation names. It wants no key. */
    public VoskSpeechToText(Way way, URI base, Limits limits, Timing timing) {
        URI there = Line.socket(base);
        this.server = there;
        this.door = listener -> way.open(there, Map.of(), List.of(), limits.connect(), listener);
        this.limits = limits;
        this.timing = timing;
        this.client = null;
    }

    /** @throws IllegalArgumentException when it is no address of such a server */
    public static URI endpoint(String address) {
        URI uri = URI.create(address.strip());
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("ws") || scheme.equals("wss")) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("not an address such as ws://localhost:2700");
        }
        return uri;
    }

    @Override
    public SpeechToText on(Way way) {
        return new VoskSpeechToText(way, server, limits, timing);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new Stream(wish, listener);
    }

    @Override
    public void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }

    private final class Stream implements Transcribing {
        private final TranscriptionWish wish;
        private final TranscriptionListener listener;
        private final Telling telling = new Telling();
        private final Set<Spoken> open = new HashSet<>();
        private Spoken utterance;
        private boolean closed;

        Stream(TranscriptionWish wish, TranscriptionListener listener) {
            this.wish = wish;
            this.listener = listener;
            this.utterance = new Spoken(this);
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            short[] copy = Arrays.copyOfRange(samples, from, from + length);
            telling.run(() -> {
                if (!closed) {
                    open.add(utterance);
                    utterance.audio(copy);
                }
            });
        }

        @Override
        public void endOfUtterance() {
            telling.run(() -> {
                if (!closed) {
                    utterance.ask();
                }
            });
        }

        @Override
        public void nextUtterance() {
            telling.run(() -> {
                if (!utterance.sealed()) {
                    open.remove(utterance);
                }
                utterance = new Spoken(this);
            });
        }

        @Override
        public void discard() {
            telling.run(() -> {
                utterance.abort();
                open.remove(utterance);
                utterance = new Spoken(this);
            });
        }

        @Override
        public void close() {
            telling.run(() -> {
                closed = true;
                open.forEach(Spoken::abort);
                open.clear();
            });
        }
    }

    /** An utterance and the question that is due. */
    private final class Spoken {
        private final Stream stream;
        private final List<VoskLine> lines = new ArrayList<>();
        private long samples;
        private @Nullable VoskLine current;
        private boolean due;
        private int dueMs;

        Spoken(Stream stream) {
            this.stream = stream;
        }

        void audio(short[] more) {
            VoskLine line = current;
            if (line == null) {
                line = new VoskLine(
                        door, limits, timing, stream.telling, stream.wish.sampleRate(), ms(), new VoskLine.Listener() {
                            @Override
                            public void partial() {
                                if (!stream.closed) {
                                    stream.listener.partial(text(false));
                                }
                            }

                            @Override
                            public void done() {
                                answer();
                            }
                        });
                current = line;
                lines.add(line);
            }
            samples += more.length;
            line.audio(more);
        }

        void ask() {
            due = true;
            dueMs = ms();
            VoskLine line = current;
            current = null;
            if (line != null) {
                line.finish();
            }
            answer();
        }

        private void answer() {
            if (!due || stream.closed) {
                return;
            }
            boolean asked = lines.stream().allMatch(line -> line == current || line.isDone());
            if (!asked) {
                return;
            }
            due = false;
            @Nullable
            SpeechFailed failure = lines.stream()
                    .map(VoskLine::failure)
                    .filter(why -> why != null)
                    .findFirst()
                    .orElse(null);
            if (failure != null) {
                stream.listener.failed(failure);
            } else {
                stream.listener.utterance(text(true));
            }
            if (stream.utterance != this) {
                stream.open.remove(this);
            }
        }

        /** Nothing more is said; what nobody asked about is given up. Whether an answer is still due. */
        boolean sealed() {
            if (current != null) {
                current.abort();
                lines.remove(current);
                current = null;
            }
            return due;
        }

        void abort() {
            due = false;
            lines.forEach(VoskLine::abort);
        }

        private int ms() {
            return (int) (samples * 1_000 / stream.wish.sampleRate());
        }

        private Recognised text(boolean last) {
            List<RecognisedWord> words = new ArrayList<>();
            String text = lines.stream()
                    .filter(line -> !last || line != current)
                    .peek(line -> words.addAll(line.words()))
                    .map(line -> line.text(last))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            return new Recognised(text, last ? words : List.of(), last, last ? dueMs : ms());
        }
    }
}
