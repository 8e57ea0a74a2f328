package org.sellmeapen.ai.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.SpeechToTextContract;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;

@DisplayName("Scripted")
class ScriptedSpeechToTextTests extends SpeechToTextContract {

    private static final String SCRIPT = """
            utterances:
              - text: good morning what do you write with
                partials:
                  - {at_ms: 300, text: good}
                  - {at_ms: 600, text: good morning}
                words:
                  - {text: good, start_ms: 100, end_ms: 300, confidence: 0.9}
                  - {text: morning, start_ms: 320, end_ms: 700}
                  - {text: what do you write with, start_ms: 1100, end_ms: 1900}
              - text: that is a fair price
            """;

    private final TurnedTime time = new TurnedTime();

    @Override
    protected SpeechToText ear() {
        return following(SCRIPT);
    }

    private SpeechToText following(String script) {
        return new ScriptedSpeechToText(EarScript.of(script), time);
    }

    private Transcribing open(String script) throws Exception {
        return following(script).open(new TranscriptionWish("en", RATE), told);
    }

    @Test
    void partialTextsComeWhenSoMuchWasSaid() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 280);
            assertThat(told.partials).isEmpty();
            say(stream, 20);
            assertThat(told.partials).extracting(Recognised::text).containsExactly("good");
            say(stream, 400);
            assertThat(told.partials).extracting(Recognised::text).containsExactly("good", "good morning");
            assertThat(told.partials.getLast().last()).isFalse();
        }
    }

    @Test
    void askedEarlyItHasHeardOnlyTheWordsUntilThen() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo("good morning");
        }
    }

    @Test
    void theAnswerComesAfterTheDelayOfTheScriptAndNoSooner() throws Exception {
        try (Transcribing stream = open("utterances: [{text: yes, delay_ms: 300}]")) {
            say(stream, 500);
            stream.endOfUtterance();
            time.turn(Duration.ofMillis(299));
            assertThat(told.waiting()).isZero();
            time.turn(Duration.ofMillis(1));
            assertThat(told.text().text()).isEqualTo("yes");
        }
    }

    @Test
    void aQuestionThatALaterOneOvertookIsNotAnswered() throws Exception {
        try (Transcribing stream = open("utterances: [{text: yes, delay_ms: 300}]")) {
            say(stream, 500);
            stream.endOfUtterance();
            time.turn(Duration.ofMillis(200));
            say(stream, 500);
            stream.endOfUtterance();
            time.turn(Duration.ofMillis(1_000));
            assertThat(told.text().audioMs()).isEqualTo(1_000);
            assertThat(told.waiting()).isZero();
        }
    }

    @Test
    void anAnswerThatIsDueDoesNotComeAfterADiscardOrTheClose() throws Exception {
        Transcribing stream = open("utterances: [{text: yes, delay_ms: 300}]");
        say(stream, 500);
        stream.endOfUtterance();
        stream.discard();
        time.turn(Duration.ofSeconds(1));
        say(stream, 500);
        stream.endOfUtterance();
        stream.close();
        time.turn(Duration.ofSeconds(1));
        assertThat(told.waiting()).isZero();
    }

    @Test
    void itFailsFallsSilentAndTalksNonsenseAsTheScriptSays() throws Exception {
        try (Transcribing stream = open("""
                again: true
                utterances:
                  - {fails: timed-out, passing: true}
                  - {silent: true}
                  - {text: "%%% \\u0001 \\uD83D\\uDE00 <script>"}
                """)) {
            for (int round = 0; round < 2; round++) {
                say(stream, 500);
                stream.endOfUtterance();
                SpeechFailed failed = told.failure();
                assertThat(failed.code()).isEqualTo("timed-out");
                assertThat(failed.isPassing()).isTrue();
                stream.nextUtterance();
                say(stream, 500);
                stream.endOfUtterance();
                time.turn(Duration.ofHours(1));
                assertThat(told.waiting()).isZero();
                stream.nextUtterance();
                say(stream, 500);
                stream.endOfUtterance();
                assertThat(told.text().text()).startsWith("%%%");
                stream.nextUtterance();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "utterances: []", "utterances: [{delay_ms: 3}]", "utterance: [{text: x}]", "{{{", "[1, 2]"})
    void aScriptThatSaysNothingIsRefusedInOneLine(String script) {
        assertThatThrownBy(() -> EarScript.of(script))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aScriptThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> EarScript.read(Path.of("/nowhere/at-all.yaml")))
                .hasMessageContaining("/nowhere/at-all.yaml");
    }
}
