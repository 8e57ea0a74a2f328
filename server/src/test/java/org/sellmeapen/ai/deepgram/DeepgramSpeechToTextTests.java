package org.sellmeapen.ai.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.LiveSpeechToTextContract;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.simulators.Manner;

class DeepgramSpeechToTextTests extends LiveSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "deepgram";
    }

    @Override
    protected String goodbye() {
        return "CloseStream";
    }

    @Test
    void hesitationsAreAskedForAndNothingIsKept() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            told.text();
        }
        assertThat(vendor().asked().getFirst().query().split("&"))
                .contains("filler_words=true", "mip_opt_out=true", "language=en-GB", "model=nova-3");
    }

    @Test
    void whoIsSilentIsKeptAlive() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            told.text();
            stream.nextUtterance();
            while (!vendor().texts().contains("KeepAlive")) { // which fails by the time-out of the test
                time.turn(Duration.ofSeconds(1));
                Thread.onSpinWait();
            }
            say(stream, 1_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo(SECOND);
            assertThat(vendor().asked()).hasSize(1);
        }
    }

    @Test
    void whereAnAnswerDoesNotComeWhatWasHeardInFullIsOne() throws Exception {
        vendor().behave(Manner.HANG);
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            assertThat(vendor().hangs(SOON)).isTrue();
            turnUntilAnswered();
            Recognised text = told.text();
            assertThat(text.text()).isEqualTo("good");
            assertThat(text.audioMs()).isEqualTo(1_000);
        }
    }

    @Test
    void whereItWasNotHeardInFullItIsGivenUp() throws Exception {
        vendor().behave(Manner.HANG);
        try (Transcribing stream = open()) {
            say(stream, 1_400);
            stream.endOfUtterance();
            assertThat(vendor().hangs(SOON)).isTrue();
            turnUntilAnswered();
            assertThat(told.failure().code()).isEqualTo("timed-out");
        }
    }
}
