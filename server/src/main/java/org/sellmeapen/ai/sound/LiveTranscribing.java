package org.sellmeapen.ai.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.wire.Garbled;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;

/**
 * A person's stream on a vendor's live socket. Which word belongs to which utterance is told by its time, so the vendor's own
 * opinion on where one ends does not matter. Where the connection is lost, answers that were due fail; the utterance's sound
 * is kept, and who asks again is answered over a new connection that hears it from the start.
 */
public final class LiveTranscribing implements Transcribing {

    private static final int SHORTEST_MS = 100;
    private static final int LONGEST_S = 240;
    private static final int ROUGHLY_MS = 250;
    private static final int REMEMBERED = 8;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration RESTS = Duration.ofSeconds(1);
    private static final Duration KEPT_ALIVE_EVERY = Duration.ofSeconds(4);

    private final Line line;
    private final Supplier<Dialect> dialects;
    private final TranscriptionWish wish;
    private final TranscriptionListener listener;
    private final Timing timing;
    private final Telling telling = new Telling();
    private Spoken current;
    private @Nullable Connection connection;
    private boolean resting;
    private boolean closed;

    /** @param dialects a new one for each connection */
    public LiveTranscribing(
            Line line,
            Supplier<Dialect> dialects,
            TranscriptionWish wish,
            TranscriptionListener listener,
            Timing timing) {
        this.line = line;
        this.dialects = dialects;
        this.wish = wish;
        this.listener = listener;
        this.timing = timing;
        this.current = new Spoken(wish.sampleRate(), LONGEST_S);
    }

    @Override
    public void audio(short[] samples, int from, int length) {
        short[] copy = Arrays.copyOfRange(samples, from, from + length);
        telling.run(() -> {
            if (!closed) {
                current.audio.add(copy, 0, copy.length);
                if (connection != null || !resting) {
                    connected().feed(false);
                }
            }
        });
    }

    @Override
    public void endOfUtterance() {
        telling.run(() -> {
            if (closed) {
                return;
            }
            current.due = null;
            if (current.ms() < SHORTEST_MS) {
                listener.utterance(new Recognised("", List.of(), true, current.ms()));
            } else {
                connected().ask();
            }
        });
    }

    @Override
    public void nextUtterance() {
        telling.run(this::begin);
    }

    @Override
    public void discard() {
        telling.run(() -> {
            current.due = null;
            current.forgotten = true;
            begin();
        });
    }

    private void begin() {
        if (connection != null && !closed) {
            connection.seal();
        }
        current = new Spoken(wish.sampleRate(), LONGEST_S);
    }

    @Override
    public void close() {
        telling.run(() -> {
            closed = true;
            current = new Spoken(wish.sampleRate(), LONGEST_S);
            Connection last = connection;
            connection = null;
            if (last != null) {
                last.socket.leave(last.dialect.goodbye());
            }
        });
    }

    private Connection connected() {
        Connection there = connection;
        if (there == null) {
            current.again();
            there = new Connection();
            connection = there;
            there.socket.open(there.dialect.address(wish), there.dialect.headers());
            there.keepAlive();
        }
        return there;
    }

    private final class Connection implements SocketLine.Listener {
        private final Dialect dialect = dialects.get();
        private final SocketLine socket = new SocketLine(line, telling, timing, this);
        private final List<Spoken> spoken = new ArrayList<>();
        private final Deque<Spoken.Question> questions = new ArrayDeque<>();
        private long position;
        private long askedAt;
        private int heardMs;
        private int probes;
        private int aliveAfter;
        private boolean busy;
        private boolean sealed;

        private int ms() {
            return (int) (position * 1_000 / wish.sampleRate());
        }

        /** @param all also what is less than the vendor takes at once, filled up with silence */
        void feed(boolean all) {
            int least = dialect.leastMs() * wish.sampleRate() / 1_000;
            int most = dialect.mostMs() * wish.sampleRate() / 1_000;
            Spoken now = current;
            int there = now.audio.length() - now.sent;
            while (connection == this && there > 0 && (all || there >= least)) {
                if (now.startMs < 0) {
                    now.startMs = ms();
                    remember(now);
                }
                int count = Math.min(there, most);
                ByteBuffer bytes =
                        ByteBuffer.allocate(2 * Math.max(count, least)).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < count; i++) {
                    bytes.putShort(2 * i, now.audio.at(now.sent + i));
                }
                now.sent += count;
                send(bytes);
                there = now.audio.length() - now.sent;
            }
        }

        private void send(ByteBuffer bytes) {
            position += bytes.capacity() / 2;
            busy = true;
            sealed = false;
            String words = dialect.worded(bytes);
            if (words == null) {
                socket.send(bytes);
            } else {
                socket.send(words);
            }
        }

        private void remember(Spoken now) {
            spoken.add(now);
            if (spoken.size() > REMEMBERED && spoken.getFirst().due == null) {
                spoken.removeFirst();
            }
        }

        void ask() {
            feed(true);
            long lacks = (long) dialect.leastAskedMs() * wish.sampleRate() / 1_000 - (position - askedAt);
            if (connection == this && lacks > 0) {
                send(ByteBuffer.allocate((int) (2 * lacks)));
            }
            if (connection != this) {
                return; // it was lost in sending
            }
            askedAt = position;
            Spoken.Question question = new Spoken.Question(current, current.ms(), ms());
            current.due = question;
            questions.add(question);
            busy = true;
            sealed = true;
            socket.send(dialect.asking());
            socket.probe();
            waitFor(question, Duration.ZERO, ++probes);
        }

        @Override
        public void alive() {
            aliveAfter++;
        }

        /** What follows is to stand in messages of its own, where that can be asked for without losing count. */
        void seal() {
            if (!sealed && current.sent > 0 && dialect.tellsSilence()) {
                sealed = true;
                askedAt = position;
                questions.add(new Spoken.Question(current, current.ms(), ms()));
                socket.send(dialect.asking());
            }
        }

        /** @param probe the one that was sent after the question */
        private void waitFor(Spoken.Question question, Duration waited, int probe) {
            Duration step = dialect.settlesWithin();
            timing.after(
                    step,
                    () -> telling.run(() -> {
                        if (connection != this || question.spoken().due != question) {
                            return;
                        }
                        Duration now = waited.plus(step);
                        boolean heardAll = !dialect.tellsSilence() || heardMs + ROUGHLY_MS >= question.endMs();
                        if (aliveAfter >= probe && heardAll) {
                            questions.remove(question);
                            answer(question, false);
                        } else if (now.compareTo(ANSWERS_WITHIN) >= 0) {
                            lost(SpeechFailed.passing(line.provider(), "timed-out"));
                        } else {
                            socket.probe();
                            probes++;
                            waitFor(question, now, probe);
                        }
                    }));
        }

        void keepAlive() {
            String word = dialect.keepAlive();
            if (word != null) {
                timing.after(
                        KEPT_ALIVE_EVERY,
                        () -> telling.run(() -> {
                            if (connection == this) {
                                if (!busy) {
                                    socket.send(word);
                                }
                                busy = false;
                                keepAlive();
                            }
                        }));
            }
        }

        @Override
        public void message(String text) {
            if (connection != this) {
                return;
            }
            Dialect.Said said;
            try {
                said = dialect.read(Json.read(text));
            } catch (Garbled _) {
                lost(SpeechFailed.passing(line.provider(), "garbled"));
                return;
            }
            switch (said) {
                case Dialect.Said.Nothing _ -> {}
                case Dialect.Said.Trouble(SpeechFailed why) -> lost(why);
                case Dialect.Said.Words words -> heard(words);
            }
        }

        private void heard(Dialect.Said.Words said) {
            heardMs = Math.max(heardMs, said.toMs());
            spoken.forEach(one -> one.forgetSupposed(said.key()));
            Map<Spoken, List<RecognisedWord>> whose = new LinkedHashMap<>();
            for (RecognisedWord word : said.words()) {
                Spoken owner = at((word.startMs() + word.endMs()) / 2);
                if (owner != null) {
                    whose.computeIfAbsent(owner, _ -> new ArrayList<>()).add(word);
                }
            }
            Spoken only = said.words().isEmpty() ? at((said.fromMs() + said.toMs()) / 2) : null;
            if (only != null) {
                whose.put(only, List.of());
            }
            whose.forEach((owner, words) -> owner.heard(
                    said.key(),
                    words.isEmpty() ? said.fromMs() : words.getFirst().startMs(),
                    whose.size() == 1
                            ? said.text()
                            : words.stream().map(RecognisedWord::text).collect(Collectors.joining(" ")),
                    words,
                    said.last()));
            if (whose.containsKey(current) && !said.text().isBlank()) {
                listener.partial(current.text(false, false, current.ms()));
            }
            if (said.settles()) {
                settle(said.toMs());
            }
        }

        /** Whose this moment is; what lies before all belongs to the first. */
        private @Nullable Spoken at(int ms) {
            Spoken owner = spoken.isEmpty() ? null : spoken.getFirst();
            for (Spoken one : spoken) {
                if (one.startMs <= ms) {
                    owner = one;
                }
            }
            return owner;
        }

        private void settle(int toMs) {
            if (!dialect.tellsSilence()) {
                Spoken.Question question = questions.poll();
                if (question != null) {
                    answer(question, true);
                }
                return;
            }
            for (Spoken.Question first = questions.peek();
                    first != null && first.endMs() <= toMs + ROUGHLY_MS;
                    first = questions.peek()) {
                questions.remove();
                answer(first, true);
            }
        }

        private void answer(Spoken.Question question, boolean sure) {
            if (question.spoken().due == question) {
                question.spoken().due = null;
                listener.utterance(question.spoken().text(sure, true, question.audioMs()));
            }
        }

        @Override
        public void closed(int status, String reason) {
            lost(dialect.closed(status, reason));
        }

        @Override
        public void lost(SpeechFailed why) {
            if (connection != this) {
                return;
            }
            connection = null;
            socket.abort();
            resting = true;
            timing.after(RESTS, () -> telling.run(() -> resting = false));
            List<Spoken> waiting =
                    spoken.stream().filter(one -> one.due != null).toList();
            waiting.forEach(one -> {
                one.due = null;
                listener.failed(why);
            });
        }
    }
}
