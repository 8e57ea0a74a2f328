package org.sellmeapen.ai.compatible;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import org.sellmeapen.ai.GoesOut;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.sound.FileTranscribing;
import org.sellmeapen.ai.sound.Multipart;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.connections.Way;

/**
 * Uploads an utterance when its text is asked for; whole again when it went on, which is what makes the text good. No
 * prompt is sent: Whisper is apt to repeat one.
 */
public final class CompatibleSpeechToText implements SpeechToText, GoesOut<SpeechToText>, AutoCloseable {

    private static final int RATE = FileTranscribing.RATE;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final CompatibleServer server;
    private final Timing timing;

    /** Not every model tells words (gpt-4o-transcribe refuses); found out once. */
    private volatile boolean tellsWords = true;

    public CompatibleSpeechToText(CompatibleServer server, Timing timing) {
        this.server = server;
        this.timing = timing;
    }

    @Override
    public SpeechToText on(Way way) {
        return new CompatibleSpeechToText(server.on(way), timing);
    }

    @Override
    public String id() {
        return CompatibleServer.ID;
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new FileTranscribing(wish, listener, this::transcribe);
    }

    @Override
    public void close() {
        server.close();
    }

    /** @param samples at {@link #RATE} */
    private Recognised transcribe(short[] samples, String language, int audioMs)
            throws SpeechFailed, InterruptedException {
        boolean retried = false;
        while (true) {
            boolean words = tellsWords;
            try {
                return Transcript.of(id(), ask(samples, language, words), audioMs);
            } catch (SpeechFailed e) {
                if (words && e.code().equals("request-refused")) {
                    tellsWords = false;
                } else if (retried || !mayRetry(e)) {
                    throw e;
                } else {
                    retried = true;
                    Duration after = e.after();
                    timing.pause(after == null ? SOON : after);
                }
            }
        }
    }

    private static boolean mayRetry(SpeechFailed e) {
        Duration after = e.after();
        return e.isPassing() && !e.code().equals("timed-out") && (after == null || after.compareTo(LONGEST_WAIT) <= 0);
    }

    private byte[] ask(short[] samples, String language, boolean words) throws SpeechFailed, InterruptedException {
        Multipart form = new Multipart()
                .field("model", server.model())
                .field("language", language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .field("temperature", "0")
                .field("response_format", words ? "verbose_json" : "json");
        if (words) {
            form.field("timestamp_granularities[]", "word");
        }
        HttpRequest request = server.request()
                .header("Content-Type", Multipart.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        form.wav("file", samples, RATE).end()))
                .build();
        InputStream body = server.ask(request).body();
        boolean[] late = {false};
        Runnable inTime = timing.after(server.answersWithin(), () -> {
            late[0] = true;
            CompatibleServer.close(body);
        });
        try {
            byte[] answer = body.readNBytes(LARGEST_ANSWER + 1);
            if (answer.length > LARGEST_ANSWER) {
                throw SpeechFailed.lasting(id(), "too-large");
            }
            return answer;
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw late[0] ? SpeechFailed.passing(id(), "timed-out") : CompatibleServer.failure(e);
        } finally {
            inTime.run();
            CompatibleServer.close(body);
        }
    }
}
