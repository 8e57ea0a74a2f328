package org.sellmeapen.ai.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.LiveSpeechToTextContract;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.simulators.Manner;

@DisplayName("ElevenLabs (realtime)")
class ElevenLabsSpeechToTextTests extends LiveSpeechToTextContract {

    @Override
    protected String vendorId() {
        return "elevenlabs";
    }

    /** No word of leave is known there: the last is the last chunk, and the socket is closed. */
    @Override
    protected String goodbye() {
        return "input_audio_chunk";
    }

    @Override
    protected String model() {
        return "scribe_v2_realtime";
    }

    @Test
    void aQuestionSoonAfterAnotherIsFilledUpToWhatMayBeCommitted() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo(FIRST);
            say(stream, 100);
            stream.endOfUtterance();
            Recognised both = told.text();
            assertThat(both.text()).isEqualTo(FIRST + " " + SECOND);
            assertThat(both.audioMs()).isEqualTo(2_100);
            assertThat(both.words())
                    .extracting(RecognisedWord::endMs)
                    .allSatisfy(end -> assertThat(end).isLessThanOrEqualTo(2_100));
        }
        assertThat(vendor().asked()).hasSize(1);
    }

    @Test
    void whereTimesNeverComeThePlainTextIsTheAnswer() throws Exception {
        vendor().behave(Manner.HANG);
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            assertThat(vendor().hangs(SOON)).isTrue();
            turnUntilAnswered();
            Recognised text = told.text();
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.words()).isEmpty();
        }
    }

    @Test
    void itIsCommittedByHandInTheLanguageOfTheCallWithHesitations() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 600);
            stream.endOfUtterance();
            told.text();
        }
        assertThat(vendor().asked().getFirst().query().split("&"))
                .contains("commit_strategy=manual", "language_code=en", "audio_format=pcm_16000")
                .noneMatch(part -> part.startsWith("no_verbatim"));
        assertThat(ear().verbatim("de")).isTrue();
    }
}
