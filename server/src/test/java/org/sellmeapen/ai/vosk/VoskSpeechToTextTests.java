package org.sellmeapen.ai.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.SpeechToTextContract;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.ai.vosk.VoskServer.Fault;

@DisplayName("Vosk, as the operator names it")
class VoskSpeechToTextTests extends SpeechToTextContract {

    private static final VoskSpeechToText.Limits LIMITS =
            new VoskSpeechToText.Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));

    private final TurnedTime time = new TurnedTime();
    private VoskServer server;
    private VoskSpeechToText ear;

    /** Hears the first utterance in whatever is longer than a second or begins a stream, the second in the rest. */
    private static final class Understands implements VoskServer.Mind {
        private final AtomicInteger finals = new AtomicInteger();

        @Override
        public String answer(int message, int samplesMs) {
            return "{\"partial\" : \"good\"}";
        }

        @Override
        public String last(int samplesMs) {
            boolean first = finals.getAndIncrement() == 0;
            return """
                    {"result" : [{"conf" : 0.91, "end" : 0.42, "start" : 0.12, "word" : "%s"}], "text" : "%s"}""".formatted(first ? "good" : "that", first ? FIRST : SECOND);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new VoskServer(new Understands());
        ear = new VoskSpeechToText(VoskSpeechToText.endpoint(server.url()), LIMITS, time);
    }

    @AfterEach
    void stop() throws IOException {
        ear.close();
        server.close();
    }

    @Override
    protected SpeechToText ear() {
        return ear;
    }

    /** Lets time go on, little by little, until an answer is there. */
    private void turnUntilAnswered() throws InterruptedException {
        while (!told.isTold()) {
            time.turn(Duration.ofMillis(100));
        }
    }

    @Test
    void theServerIsToldTheRateAndGetsEverySample() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            told.text();
        }
        VoskServer.Line line = server.lines.getFirst();
        assertThat(line.config).contains("\"sample_rate\" : 16000").contains("\"words\" : 1");
        assertThat(line.bytes).isEqualTo(2 * 2 * RATE);
        assertThat(line.ended).isTrue();
    }

    @Test
    void partialTextsComeWhileSomebodySpeaks() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            told.text();
            assertThat(told.partials).isNotEmpty().allSatisfy(partial -> {
                assertThat(partial.text()).isEqualTo("good");
                assertThat(partial.last()).isFalse();
            });
        }
    }

    @Test
    void anUtteranceThatWentOnIsOneTextWithTimesOfTheWhole() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            told.text();
            say(stream, 500);
            stream.endOfUtterance();
            Recognised whole = told.text();
            assertThat(whole.text()).isEqualTo(FIRST + " " + SECOND);
            assertThat(whole.words()).extracting(word -> word.startMs()).containsExactly(120, 1_120);
        }
    }

    @Test
    void twoQuestionsAtOnceAreOneAnswer() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        server.answerOnlyAfter(latch);
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            say(stream, 500);
            stream.endOfUtterance();
            latch.countDown();
            assertThat(told.text().audioMs()).isEqualTo(1_500);
        }
        assertThat(told.waiting()).isZero();
    }

    @Test
    void aServerThatFallsBehindIsNotFlooded() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        server.answerOnlyAfter(latch);
        try (Transcribing stream = open()) {
            say(stream, 20_000);
            VoskServer.Line line = server.line(0);
            line.heardSome.await();
            stream.endOfUtterance();
            latch.countDown();
            assertThat(told.text().audioMs()).isEqualTo(20_000);
            assertThat(line.bytes).isEqualTo(20 * 2 * RATE);
            // Behind, it is sent larger pieces and not more of them.
            assertThat(line.messages).isLessThan(130);
        }
    }

    @Test
    void aLineThatBreaksIsMadeAgainFromTheStart() throws Exception {
        server.next(Fault.CLOSES_AFTER_THE_FIRST_ANSWER);
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            turnUntilAnswered();
            assertThat(told.text().text()).isEqualTo(FIRST);
        }
        assertThat(server.lines).hasSize(2);
        assertThat(server.lines.getLast().bytes).isEqualTo(2 * 2 * RATE);
    }

    @Test
    void aLineThatBreaksTwiceHasFailedAndTheNextUtteranceIsHeard() throws Exception {
        server.next(Fault.CLOSES_AFTER_THE_FIRST_ANSWER, Fault.CLOSES_AFTER_THE_FIRST_ANSWER);
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            turnUntilAnswered();
            SpeechFailed failed = told.failure();
            assertThat(failed.code()).isEqualTo("cut-off");
            assertThat(failed.isPassing()).isTrue();
            stream.nextUtterance();
            say(stream, 1_000);
            stream.endOfUtterance();
            assertThat(told.text().audioMs()).isEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TALKS_GARBAGE", "SENDS_BINARY", "NEVER_ENDS_A_MESSAGE"})
    void nonsenseIsAFailureThatLasts(Fault fault) throws Exception {
        server.next(fault);
        try (Transcribing stream = open()) {
            say(stream, 500);
            stream.endOfUtterance();
            assertThat(told.failure().isPassing()).isFalse();
            server.lines.getFirst().gone.await();
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        server.next(Fault.NEVER_ANSWERS);
        try (Transcribing stream = open()) {
            say(stream, 500);
            stream.endOfUtterance();
            turnUntilAnswered();
            assertThat(told.failure().code()).isEqualTo("timed-out");
            server.line(0).gone.await();
        }
    }

    @ParameterizedTest
    @CsvSource({"401, key-refused, false", "404, not-found, false", "400, request-refused, false"})
    void aRefusedHandshakeHasItsMeaning(int status, String code, boolean passing) throws Exception {
        server.refuseWith(status);
        server.next(Fault.REFUSES_THE_HANDSHAKE);
        try (Transcribing stream = open()) {
            say(stream, 500);
            stream.endOfUtterance();
            SpeechFailed failed = told.failure();
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.isPassing()).isEqualTo(passing);
        }
    }

    @Test
    void whereNobodyListensItIsUnreachable() throws Exception {
        server.close();
        try (Transcribing stream = open()) {
            say(stream, 500);
            stream.endOfUtterance();
            turnUntilAnswered();
            assertThat(told.failure().code()).isEqualTo("unreachable");
        }
    }

    @Test
    void closeAndDiscardReallyCloseTheConnection() throws Exception {
        server.next(Fault.NEVER_ANSWERS, Fault.NEVER_ANSWERS);
        Transcribing stream = ear.open(new TranscriptionWish("en", RATE), told);
        for (int i = 0; i < 2; i++) {
            say(stream, 500);
            server.line(i).heardSome.await();
            if (i == 0) {
                stream.discard();
            } else {
                stream.close();
            }
            server.lines.get(i).gone.await();
        }
        assertThat(told.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://h:2700", "localhost:2700", "ws://", "ws://a:b@h"})
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> VoskSpeechToText.endpoint(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
