package org.sellmeapen.ai.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.TextToSpeechContract;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.scripted.ScriptedTextToSpeech;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompatibleTextToSpeechTests extends TextToSpeechContract {

    private static final CompatibleServer.Limits LIMITS =
            new CompatibleServer.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final TurnedTime time = new TurnedTime();
    private AudioServer server;
    private CompatibleTextToSpeech voice;

    @BeforeEach
    void start() throws IOException {
        server = new AudioServer();
        server.always(this::hum);
        voice = new CompatibleTextToSpeech(
                new CompatibleServer(
                        CompatibleServer.endpoint(server.url(), "/audio/speech"), "sk-test", "tts-1", LIMITS),
                List.of("alloy", "onyx"),
                time);
    }

    @AfterEach
    void stop() {
        voice.close();
        server.close();
    }

    @Override
    protected TextToSpeech voice() {
        return voice;
    }

    private static byte[] pcm(short[] samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    /** Speaks what was asked for, in pieces that end inside samples. */
    private void hum(HttpExchange exchange) throws IOException, InterruptedException {
        JsonNode wish = JsonMapper.builder().build().readTree(server.current().body());
        Heard humming = new Heard();
        try {
            new ScriptedTextToSpeech(ScriptedTextToSpeech.Manner.PROMPT, time)
                    .speak(new Utterance(wish.path("input").asString(), "en", PLAIN), humming);
        } catch (SpeechFailed e) {
            throw new IOException(e);
        }
        byte[] bytes = pcm(humming.samples());
        exchange.getResponseHeaders().set("Content-Type", "audio/pcm");
        exchange.sendResponseHeaders(200, 0);
        for (int at = 0; at < bytes.length; at += 4_801) {
            exchange.getResponseBody().write(bytes, at, Math.min(4_801, bytes.length - at));
            exchange.getResponseBody().flush();
        }
    }

    private SpeechFailed failure() {
        return catchThrowableOfType(SpeechFailed.class, () -> speak("Good morning."));
    }

    @Test
    void theRequestIsWhatSuchServersTake() throws Exception {
        speak("Good\u0007 morning.", new org.sellmeapen.ai.VoiceChoice("voice-2", 1.25, 1));
        AudioServer.Asked asked = server.asked.getFirst();
        assertThat(asked.path()).isEqualTo("/v1/audio/speech");
        assertThat(asked.authorization()).isEqualTo("Bearer sk-test");
        JsonNode json = JsonMapper.builder().build().readTree(asked.body());
        assertThat(json.path("model").asString()).isEqualTo("tts-1");
        assertThat(json.path("input").asString()).isEqualTo("Good  morning.");
        assertThat(json.path("voice").asString()).isEqualTo("onyx");
        assertThat(json.path("response_format").asString()).isEqualTo("pcm");
        assertThat(json.path("speed").asDouble()).isEqualTo(1.25);
    }

    @Test
    void samplesThatArriveInHalvesArePutTogether() throws Exception {
        Heard straight = new Heard();
        new ScriptedTextToSpeech(ScriptedTextToSpeech.Manner.PROMPT, time)
                .speak(new Utterance("Good morning, what do you write with?", "en", PLAIN), straight);
        assertThat(speak("Good morning, what do you write with?").samples()).isEqualTo(straight.samples());
    }

    @ParameterizedTest
    @CsvSource({
        "401, key-refused, false",
        "404, not-found, false",
        "429, too-busy, true",
        "500, vendor-trouble, true",
        "301, request-refused, false"
    })
    void eachRefusalHasItsMeaning(int status, String code, boolean passing) {
        server.always(AudioServer.status(status, "text/html", "<html></html>", "Location", server.url() + "/x"));
        SpeechFailed failed = failure();
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whatIsNoSoundIsNotPlayed() {
        server.always(AudioServer.status(200, "application/json", "{\"error\": \"x\"}"));
        assertThat(failure().code()).isEqualTo("garbled");
        server.always(AudioServer.status(200, "audio/wav", "RIFF....WAVEfmt and so on"));
        assertThat(failure().code()).isEqualTo("garbled");
        server.always(AudioServer.status(200, "audio/pcm", ""));
        assertThat(failure().code()).isEqualTo("cut-off");
    }

    @Test
    void anEndlessAnswerIsCapped() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.always(AudioServer.endless(new byte[65_536], gone));
        assertThat(failure().code()).isEqualTo("too-large");
        gone.await();
    }

    @Test
    void aCutMidwayIsToldAfterWhatCame() {
        server.always(AudioServer.truncated(new byte[9_600]));
        Heard heard = new Heard();
        SpeechFailed failed = catchThrowableOfType(
                SpeechFailed.class, () -> voice.speak(new Utterance("Good morning.", "en", PLAIN), heard));
        assertThat(failed.code()).isEqualTo("cut-off");
        assertThat(heard.ms()).isEqualTo(200);
    }

    @Test
    void anInterruptWhileTheServerStallsClosesTheConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch until = new CountDownLatch(1);
        server.always(AudioServer.stalling(new byte[960], asked, until));
        Throwable[] ended = {null};
        Thread speaker = Thread.ofVirtual().start(() -> {
            try {
                voice.speak(new Utterance("Good morning.", "en", PLAIN), new Heard());
            } catch (Exception e) {
                ended[0] = e;
            }
        });
        asked.await();
        speaker.interrupt();
        speaker.join();
        assertThat(ended[0]).isInstanceOf(InterruptedException.class);
        until.countDown();
    }
}
