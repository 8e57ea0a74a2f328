package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.simulators.Manner;

/** What is more of an ear that hears over a socket. */
public abstract class LiveSpeechToTextContract extends VendorSpeechToTextContract {

    /** What is said at the end. */
    protected abstract String goodbye();

    @Test
    void leaveIsTakenAndTheSocketClosed() throws Exception {
        Transcribing stream = open();
        say(stream, 1_000);
        stream.endOfUtterance();
        told.text();
        stream.close();
        assertThat(vendor().sawGoodbye(SOON)).isTrue();
        assertThat(vendor().sawClose(SOON)).isTrue();
        assertThat(vendor().texts()).endsWith(goodbye());
        assertThat(vendor().asked()).hasSize(1);
    }

    @Test
    void leaveIsTakenOfASocketThatOpensTooLate() throws Exception {
        Transcribing stream = open();
        say(stream, 1_000);
        stream.close();
        assertThat(vendor().sawGoodbye(SOON)).isTrue();
        assertThat(vendor().sawClose(SOON)).isTrue();
        assertThat(told.waiting()).isZero();
    }

    @Test
    void allUtterancesTravelOnOneConnection() throws Exception {
        try (Transcribing stream = open()) {
            for (int i = 0; i < 12; i++) {
                say(stream, 600);
                stream.endOfUtterance();
                assertThat(told.text().audioMs()).isEqualTo(600);
                stream.nextUtterance();
            }
        }
        assertThat(vendor().asked()).hasSize(1);
    }

    @Test
    void aLaterQuestionOvertakesTheEarlier() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            say(stream, 1_000);
            stream.endOfUtterance();
            Recognised text = told.text();
            if (text.audioMs() == 1_000) { // it was quicker than we
                text = told.text();
            }
            assertThat(text.audioMs()).isEqualTo(2_000);
            assertThat(text.text()).startsWith(FIRST);
        }
        assertThat(told.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ERROR, vendor-trouble", "SHORT, cut-off"})
    void troubleThatIsToldIsUnderstood(Manner manner, String code) throws Exception {
        SpeechFailed failed = fails(manner);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isTrue();
    }

    @Test
    void afterALostConnectionTheNextUtteranceIsHeardOnANewOne() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            told.text();
            vendor().behave(Manner.SHORT);
            say(stream, 600);
            stream.endOfUtterance();
            assertThat(told.failure().code()).isEqualTo("cut-off");
            stream.discard();
            vendor().behave(Manner.FINE);
            vendor().understands((_, _) -> FIRST);
            time.turn(Duration.ofSeconds(2));
            say(stream, 2_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo(FIRST);
        }
        assertThat(vendor().asked()).hasSize(2);
    }
}
