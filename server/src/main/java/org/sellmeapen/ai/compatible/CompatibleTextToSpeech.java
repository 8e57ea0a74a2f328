package org.sellmeapen.ai.compatible;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.GoesOut;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.json.JsonMapper;

/** Speaks by a server's {@code /v1/audio/speech}, handing on the samples as they arrive. */
public final class CompatibleTextToSpeech implements TextToSpeech, GoesOut<TextToSpeech>, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_S_A_CHARACTER = 1;
    private static final int LEAST_CAP_S = 60;

    private final CompatibleServer server;
    private final List<String> voices;
    private final Timing timing;

    /** @param voices the server's own, which the persons are given in turn */
    public CompatibleTextToSpeech(CompatibleServer server, List<String> voices, Timing timing) {
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("a server has at least one voice");
        }
        this.server = server;
        this.voices = List.copyOf(voices);
        this.timing = timing;
    }

    @Override
    public TextToSpeech on(Way way) {
        return new CompatibleTextToSpeech(server.on(way), voices, timing);
    }

    @Override
    public String id() {
        return CompatibleServer.ID;
    }

    /** Which languages a server's model speaks, it does not say; the operator who chose it knows. */
    @Override
    public SpeechCoverage covers(String language) {
        return new SpeechCoverage.Spoken(SpeechCoverage.Quality.FULL);
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        String text = utterance.text();
        if (text.length() > LONGEST_TEXT) {
            throw SpeechFailed.lasting(id(), "text-too-long");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        String json = JSON.writeValueAsString(Map.of(
                "model",
                server.model(),
                "input",
                text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " "),
                "voice",
                voice(utterance.voice()),
                "response_format",
                "pcm",
                "speed",
                utterance.voice().rate()));
        HttpRequest request = server.request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<InputStream> response = server.ask(request);
        InputStream body = response.body();
        boolean[] late = {false};
        Runnable inTime = timing.after(server.answersWithin(), () -> {
            late[0] = true;
            CompatibleServer.close(body);
        });
        try {
            String type = response.headers().firstValue("content-type").orElse("audio/pcm");
            if (type.startsWith("text/") || type.contains("json") || type.contains("html")) {
                throw SpeechFailed.lasting(id(), "garbled");
            }
            handOn(body, RATE * Math.max(LEAST_CAP_S, LONGEST_S_A_CHARACTER * text.length()), sink);
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

    private void handOn(InputStream body, int most, SpeechSink sink)
            throws IOException, SpeechFailed, InterruptedException {
        byte[] bytes = new byte[9_600];
        short[] samples = new short[bytes.length / 2];
        int kept = 0;
        int total = 0;
        for (int n = body.read(bytes); n >= 0; n = body.read(bytes, kept, bytes.length - kept)) {
            int there = kept + n;
            if (total == 0 && there >= 4 && bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F') {
                throw SpeechFailed.lasting(
                        id(), "garbled"); // a file, of who knows what rate, and not the samples asked for
            }
            int count = there / 2;
            for (int i = 0; i < count; i++) {
                samples[i] = (short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
            }
            kept = there & 1;
            bytes[0] = kept == 1 ? bytes[there - 1] : 0;
            total += count;
            if (total > most) {
                throw SpeechFailed.lasting(id(), "too-large");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (count > 0) {
                sink.audio(samples, 0, count);
            }
        }
        if (total == 0) {
            throw SpeechFailed.passing(id(), "cut-off");
        }
    }

    private String voice(VoiceChoice choice) {
        int which = Voices.NAMES.indexOf(choice.voice());
        return which >= 0
                ? voices.get(which % voices.size())
                : voices.contains(choice.voice()) ? choice.voice() : voices.getFirst();
    }

    @Override
    public void close() {
        server.close();
    }
}
