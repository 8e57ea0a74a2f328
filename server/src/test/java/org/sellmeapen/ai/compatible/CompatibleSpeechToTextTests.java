package org.sellmeapen.ai.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.SpeechToTextContract;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;

@DisplayName("Compatible, as the operator names it")
class CompatibleSpeechToTextTests extends SpeechToTextContract {

    private static final CompatibleServer.Limits LIMITS =
            new CompatibleServer.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final TurnedTime time = new TurnedTime();
    private AudioServer server;
    private CompatibleSpeechToText ear;

    @BeforeEach
    void start() throws IOException {
        server = new AudioServer();
        ear = at(server.url(), "", LIMITS);
    }

    @AfterEach
    void stop() {
        ear.close();
        server.close();
    }

    private CompatibleSpeechToText at(String url, String key, CompatibleServer.Limits limits) {
        URI endpoint = CompatibleServer.endpoint(url, "/audio/transcriptions");
        return new CompatibleSpeechToText(new CompatibleServer(endpoint, key, "whisper-1", limits), time);
    }

    private static AudioServer.Answer understood(String text) {
        return AudioServer.json("""
                {"task": "transcribe", "language": "english", "duration": 2.0, "text": " %s ",
                 "words": [{"word": " first", "start": 0.1, "end": 0.5, "probability": 0.87},
                           {"word": "second", "start": 0.5, "end": 0.98}]}""".formatted(text));
    }

    /** Long ones are the first utterance, short ones the second. */
    @Override
    protected SpeechToText ear() {
        server.always(exchange -> understood(server.current().body().length > 33_000 ? FIRST : SECOND)
                .to(exchange));
        server.next(understood(FIRST));
        return ear;
    }

    @Override
    protected void arrived(List<Short> firstAndLast) {
        byte[] body = server.asked.getFirst().body();
        int data = server.asked
                        .getFirst()
                        .text()
                        .indexOf("data", server.asked.getFirst().text().indexOf("RIFF"))
                + 8;
        ByteBuffer samples = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(samples.getShort(data)).isEqualTo(firstAndLast.getFirst());
        assertThat(samples.getShort(data + 2 * 2 * RATE - 2)).isEqualTo(firstAndLast.getLast());
    }

    private SpeechFailed failure() throws Exception {
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            return told.failure();
        }
    }

    private Recognised text() throws Exception {
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            return told.text();
        }
    }

    @Test
    void theRequestIsWhatSuchServersTake() throws Exception {
        server.always(understood("yes"));
        try (CompatibleSpeechToText keyed = at(server.url() + "/v1/", "sk-test", LIMITS);
                Transcribing stream = keyed.open(new TranscriptionWish("pt-BR", 24_000), told)) {
            stream.audio(new short[24_000], 0, 24_000);
            stream.endOfUtterance();
            assertThat(told.text().audioMs()).isEqualTo(1_000);
        }
        AudioServer.Asked asked = server.asked.getFirst();
        assertThat(asked.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(asked.authorization()).isEqualTo("Bearer sk-test");
        assertThat(asked.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(asked.text())
                .contains("name=\"model\"\r\n\r\nwhisper-1\r\n")
                .contains("name=\"language\"\r\n\r\npt\r\n")
                .contains("name=\"response_format\"\r\n\r\nverbose_json\r\n")
                .contains("name=\"timestamp_granularities[]\"\r\n\r\nword\r\n")
                .contains("filename=\"utterance.wav\"")
                .doesNotContain("prompt")
                .endsWith("--\r\n");
        // One second at 16 kHz, whatever the rate it was pushed at.
        assertThat(asked.text().indexOf("RIFF")).isPositive();
        ByteBuffer wav = ByteBuffer.wrap(asked.body()).order(ByteOrder.LITTLE_ENDIAN);
        int riff = asked.text().indexOf("RIFF");
        assertThat(wav.getInt(riff + 24)).isEqualTo(16_000);
        assertThat(wav.getInt(riff + 40)).isBetween(31_990, 32_010);
    }

    @Test
    void withoutAKeyNoneIsSent() throws Exception {
        server.always(understood("yes"));
        text();
        assertThat(server.asked.getFirst().authorization()).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:1, http://h:1/v1/audio/transcriptions",
        "http://h:1/v1, http://h:1/v1/audio/transcriptions",
        "https://h/openai/v1/, https://h/openai/v1/audio/transcriptions",
        "http://h/v1/audio/transcriptions, http://h/v1/audio/transcriptions",
        "http://h:8081/inference, http://h:8081/inference"
    })
    void theAddressMayBeWrittenShort(String written, String meant) {
        assertThat(CompatibleServer.endpoint(written, "/audio/transcriptions")).isEqualTo(URI.create(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8000",
                "ftp://h/x",
                "file:///etc/passwd",
                "http://",
                "http://a:b@h/",
                "http://h/#x"
            })
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> CompatibleServer.endpoint(url, "/audio/transcriptions"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModelThatKnowsNoWordsIsAskedWithoutThemFromThenOn() throws Exception {
        server.next(AudioServer.status(400, "application/json", "{\"error\": \"response_format\"}"));
        server.always(AudioServer.json("{\"text\": \"yes\"}"));
        assertThat(text().words()).isEmpty();
        assertThat(text().text()).isEqualTo("yes");
        assertThat(server.asked).hasSize(3);
        assertThat(server.asked.getLast().text())
                .contains("name=\"response_format\"\r\n\r\njson\r\n")
                .doesNotContain("granularities");
    }

    @Test
    void wordsOfWhisperCppLieInSegments() throws Exception {
        server.always(AudioServer.json("""
                {"text": "yes sir", "segments": [{"words": [{"word": "[_BEG_]", "start": 0, "end": "x"},
                  {"word": " yes", "start": 0.0, "end": 0.2, "probability": 1.7}, {"word": "sir", "start": 0.3, "end": 99}]}]}"""));
        Recognised text = text();
        assertThat(text.words()).hasSize(2);
        assertThat(text.words().getFirst().confidence()).isEqualTo(1.0);
        assertThat(text.words().getLast().endMs()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[BLANK_AUDIO]", " (wind blowing) ", "[Music] (laughter)", "", "  "})
    void whatWhisperWritesOfSilenceIsNoSpeech(String text) throws Exception {
        server.always(understood(text));
        assertThat(text().text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, key-refused, false", "403, key-refused, false", "404, not-found, false", "413, too-large, false",
        "422, request-refused, false", "302, request-refused, false", "408, timed-out, true", "429, too-busy, true",
        "500, vendor-trouble, true", "503, vendor-trouble, true", "529, vendor-trouble, true"
    })
    void eachRefusalHasItsMeaning(int status, String code, boolean passing) throws Exception {
        server.always(AudioServer.status(
                status, "text/html", "<html>the secret words</html>", "Location", "http://169.254.169.254/"));
        SpeechFailed failed = failure();
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.toString()).doesNotContain("secret");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.always(AudioServer.status(307, "text/plain", "", "Location", server.url() + "/elsewhere"));
        failure();
        assertThat(server.asked).noneMatch(asked -> asked.path().equals("/elsewhere"));
    }

    @Test
    void itWaitsAsLongAsItIsAskedToAndTriesAgainOnce() throws Exception {
        server.next(AudioServer.status(429, "text/plain", "", "Retry-After", "2"));
        server.always(understood("yes"));
        assertThat(text().text()).isEqualTo("yes");
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void askedToWaitTooLongItSaysSoInstead() throws Exception {
        server.always(AudioServer.status(429, "text/plain", "", "Retry-After", "60"));
        assertThat(failure().after()).isEqualTo(Duration.ofSeconds(60));
        assertThat(server.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wed, 21 Oct 2065 07:28:00 GMT", "-1", "99999999999999999999", "soon"})
    void anOddWishToWaitIsNone(String after) throws Exception {
        server.always(AudioServer.status(503, "text/plain", "", "Retry-After", after));
        assertThat(failure().after()).isNull();
        assertThat(server.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>hello</html>", "{\"text\": \"cut", "{}", "[]", "null", "{\"text\": 7}", "\u0000\u0001"})
    void garbageIsNoText(String body) throws Exception {
        server.always(AudioServer.json(body));
        SpeechFailed failed = failure();
        assertThat(failed.code()).isEqualTo("garbled");
        assertThat(failed.isPassing()).isFalse();
    }

    @Test
    void anAnswerThatIsCutOffIsTriedAgain() throws Exception {
        server.next(AudioServer.truncated("{\"text\": \"ye".getBytes(StandardCharsets.UTF_8)));
        server.always(understood("yes"));
        assertThat(text().text()).isEqualTo("yes");
    }

    @Test
    void anEndlessAnswerIsCappedAndItsConnectionClosed() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.always(AudioServer.endless(new byte[65_536], gone));
        assertThat(failure().code()).isEqualTo("too-large");
        gone.await();
    }

    @Test
    void whereNobodyListensItIsUnreachable() throws Exception {
        server.close();
        SpeechFailed failed = failure();
        assertThat(failed.code()).isEqualTo("unreachable");
        assertThat(failed.isPassing()).isTrue();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        CountDownLatch until = new CountDownLatch(1);
        server.always(AudioServer.hanging(new CountDownLatch(1), until));
        ear.close();
        ear = at(server.url(), "", new CompatibleServer.Limits(Duration.ofSeconds(5), Duration.ofMillis(80)));
        assertThat(failure().code()).isEqualTo("timed-out");
        until.countDown();
    }

    @Test
    void anAnswerThatStallsHalfwayIsGivenUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch until = new CountDownLatch(1);
        server.always(AudioServer.stalling("{\"text\":".getBytes(StandardCharsets.UTF_8), asked, until));
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            asked.await();
            time.awaitPlanned(1);
            time.turn(LIMITS.answer());
            assertThat(told.failure().code()).isEqualTo("timed-out");
        }
        until.countDown();
    }

    @Test
    void aLaterQuestionGivesUpTheEarlierAndItsConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AudioServer.Answer endless = AudioServer.endless(" ".getBytes(StandardCharsets.UTF_8), gone);
        server.next(exchange -> {
            asked.countDown();
            endless.to(exchange);
        });
        server.always(understood("the whole"));
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told)) {
            say(stream, 500);
            stream.endOfUtterance();
            asked.await();
            say(stream, 500);
            stream.endOfUtterance();
            assertThat(told.text().audioMs()).isEqualTo(1_000);
            gone.await();
        }
        assertThat(told.waiting()).isZero();
    }

    @Test
    void theCloseReallyClosesTheConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AudioServer.Answer endless = AudioServer.endless(" ".getBytes(StandardCharsets.UTF_8), gone);
        server.always(exchange -> {
            asked.countDown();
            endless.to(exchange);
        });
        Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told);
        say(stream, 500);
        stream.endOfUtterance();
        asked.await();
        stream.close();
        gone.await();
        assertThat(told.waiting()).isZero();
    }
}
