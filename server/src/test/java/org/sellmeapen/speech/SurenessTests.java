package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/** How sure a recogniser was of the words weighs fifteen of a hundred of clarity, where it says. */
class SurenessTests {

    private static final Speech SPEECH = Speech.byLevelAlone();
    private static final Said WORDS =
            Said.plain("en", "We measured the old pumps and found that every third one runs dry. ".repeat(5));

    private static Sounds steady() {
        Sounds sounds = Sounds.start();
        for (int i = 0; i < 10; i++) {
            sounds.talk(2.4, 10).silence(0.6);
        }
        return sounds;
    }

    private static SpeechReport of(@Nullable Said said) throws IOException {
        return SPEECH.measure(steady().stream(), said, "en");
    }

    private static SpeechReport.Part part(SpeechReport report) {
        return report.parts().clarity().stream()
                .filter(part -> part.name().equals("recognised_words"))
                .findFirst()
                .orElseThrow();
    }

    private static String why(SpeechReport report) {
        return report.notAvailable().stream()
                .filter(absent -> absent.name().equals("parts.clarity.recognised_words"))
                .map(Unmeasured::reason)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecogniserThatWasUnsureCostsPoints() throws IOException {
        SpeechReport sure = of(WORDS.recognised(0.95));
        SpeechReport unsure = of(WORDS.recognised(0.6));
        assertThat(part(sure).points()).isEqualTo(15);
        assertThat(part(unsure).value()).isEqualTo(0.6);
        assertThat(part(unsure).points()).isCloseTo(3.75, within(0.06));
        assertThat(Objects.requireNonNull(unsure.clarityScore()))
                .isLessThan(Objects.requireNonNull(sure.clarityScore()));
        assertThat(unsure.confidenceScore()).isEqualTo(sure.confidenceScore());
    }

    @Test
    void whereNothingSaysItThePartCountsForNothingAndTheReasonIsTheTrueOne() throws IOException {
        assertThat(part(of(WORDS.recognised(null))).points()).isNull();
        assertThat(why(of(WORDS.recognised(null)))).isEqualTo("the recogniser tells no confidence");
        assertThat(why(of(WORDS))).startsWith("the transcript was given");
        assertThat(why(of(null))).startsWith("no transcript");
        Said other = Said.plain("en", "Quite another recording.").recognised(0.9);
        assertThat(part(of(other)).points()).isNull();
        assertThat(why(of(other))).contains("does not fit the sound");
    }

    @Test
    void itIsOfTheSellersWordsAlone() throws IOException {
        Said said = Said.of(new Transcript(
                        null,
                        "en",
                        List.of(
                                new Turn(
                                        0,
                                        Speaker.REP,
                                        WORDS.utterances().getFirst().text()),
                                new Turn(1, Speaker.BUYER, "That is what the neighbours told us as well, I think."))))
                .recognised(0.6);
        Sounds right = Sounds.start().silence(33).talk(4, 16);
        Measured measured = new Speech().measured(steady().beside(right), said, "en", null);
        assertThat(part(measured.report()).value()).isEqualTo(0.6);
        assertThat(said.by(Speaker.BUYER).sureness()).isNull();
    }
}
