package org.sellmeapen.ai.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.ai.LiveSpeechToTextContract;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.simulators.Manner;

class AssemblyAiSpeechToTextTests extends LiveSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "assemblyai";
    }

    @Override
    protected String goodbye() {
        return "Terminate";
    }

    @ParameterizedTest
    @CsvSource({"en-GB, universal-streaming-english", "fr, universal-streaming-multilingual", "pl, whisper-rt"})
    void theModelFitsTheLanguage(String language, String model) throws Exception {
        try (Transcribing stream = ear().open(new TranscriptionWish(language, RATE), told)) {
            say(stream, 600);
            stream.endOfUtterance();
            told.text();
        }
        String query = vendor().asked().getFirst().query();
        assertThat(query.split("&")).contains("speech_model=" + model);
        // No other takes it.
        assertThat(query.contains("end_of_turn_confidence_threshold")).isEqualTo(model.startsWith("universal"));
    }

    @Test
    void whereNothingWasSaidNothingComesAndThatIsTheAnswer() throws Exception {
        vendor().behave(Manner.HANG);
        try (Transcribing stream = open()) {
            say(stream, 400);
            stream.endOfUtterance();
            assertThat(vendor().hangs(SOON)).isTrue();
            turnUntilAnswered();
            assertThat(told.text().text()).isEmpty();
        }
    }
}
