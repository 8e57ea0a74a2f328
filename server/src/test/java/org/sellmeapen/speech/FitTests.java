package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

class FitTests {

    private static final Speech SPEECH = Speech.byLevelAlone();

    /** Thirteen words, none of them a filler. */
    private static final String SENTENCE = "We measured the old pumps and found that every third one runs dry. ";

    private static Sounds steady() {
        Sounds sounds = Sounds.start();
        for (int i = 0; i < 10; i++) {
            sounds.talk(2.4, 10).silence(0.6);
        }
        return sounds;
    }

    /** Thirty seconds make about 76 words; the transcript is of half of them, or of another recording. */
    @Test
    void wordsThatCannotFitTheSoundAreNotBelieved() throws IOException {
        SpeechReport untold = SPEECH.measure(steady().stream(), null, "en");
        for (int times : new int[] {2, 12}) {
            Said said = Said.plain("en", "Um, maybe. " + SENTENCE.repeat(times));
            Measured measured = SPEECH.measured(steady().stream(), said, "en", null);
            SpeechReport report = measured.report();
            assertThat(report.wordsPerMinute()).isEqualTo(untold.wordsPerMinute());
            assertThat(report.wordsPerMinuteEstimated()).isTrue();
            assertThat(report.wordsPerMinuteTypicalError()).isEqualTo(untold.wordsPerMinuteTypicalError());
            assertThat(report.wordsPerMinuteEstimatedBecause()).contains("does not fit the sound");
            assertThat(report.fillerWordCount()).isNull();
            assertThat(report.fillerWords()).isNull();
            assertThat(report.hedges()).isNull();
            assertThat(report.confidenceScore()).isEqualTo(untold.confidenceScore());
            assertThat(report.clarityScore()).isEqualTo(untold.clarityScore());
            assertThat(measured.timeline().fillers()).isEmpty();
            assertThat(measured.figures()).doesNotContainKeys("fillers_per_minute", "hedges_per_100_words");
            assertThat(report.notAvailable())
                    .filteredOn(absent -> absent.name().contains("filler")
                            || absent.name().contains("hedges")
                            || absent.name().equals("apologies"))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(absent -> assertThat(absent.reason()).contains("does not fit the sound"));
        }
        SpeechReport fitting = SPEECH.measure(steady().stream(), Said.plain("en", SENTENCE.repeat(4)), "en");
        assertThat(fitting.wordsPerMinuteEstimated()).isFalse();
        assertThat(fitting.wordsPerMinuteEstimatedBecause()).isNull();
        assertThat(untold.wordsPerMinuteEstimatedBecause()).startsWith("no transcript");
    }

    /** "4,275" is one word as it is written and six as it is said. */
    @Test
    void figuresThatAreWrittenInDigitsFitTheirSound() throws IOException {
        String prices =
                "So it is 4,275 euros a month, that makes 51,300 a year, and for the setup, um, we ask 12,825 once. "
                        + "With 1,150 seats the second year comes to 47,988 and the third to 44,771.";
        SpeechReport report = SPEECH.measure(steady().stream(), Said.plain("en", prices), "en");
        assertThat(report.fillerWordCount()).isEqualTo(1);
        SpeechReport untold = SPEECH.measure(steady().stream(), null, "en");
        assertThat(report.wordsPerMinute()).isEqualTo(untold.wordsPerMinute());
        assertThat(report.wordsPerMinuteEstimatedBecause()).contains("digits");
    }

    @Test
    void ofTwoVoicesTheOneWhoseWordsFitKeepsThem() throws IOException {
        Sounds left = steady();
        Sounds right = Sounds.start().silence(33).talk(12, 50);
        Said said = Said.of(new Transcript(
                null,
                "en",
                List.of(
                        new Turn(0, Speaker.REP, "Um, maybe. " + SENTENCE.repeat(5)),
                        new Turn(1, Speaker.BUYER, "Uh, no."))));
        Measured measured = new Speech().measured(left.beside(right), said, "en", null);
        assertThat(measured.figures()).containsKeys("fillers_per_minute", "hedges_per_100_words");
        SpeechReport report = measured.report();
        assertThat(report.channels().get(0).wordsPerMinuteEstimated()).isFalse();
        assertThat(report.channels().get(0).fillerWordCount()).isEqualTo(1);
        assertThat(report.channels().get(1).wordsPerMinuteEstimated()).isTrue();
        assertThat(report.channels().get(1).fillerWordCount()).isNull();
        assertThat(report.wordsPerMinuteEstimated()).isTrue();
        assertThat(report.fillerWordCount()).isNull();
        assertThat(report.notAvailable())
                .filteredOn(absent -> absent.name().equals("channels[1].filler_word_count"))
                .singleElement()
                .satisfies(absent -> assertThat(absent.reason()).contains("does not fit the sound"));
    }

    /** Its voice is on the recording, and nobody noted when it spoke. */
    @Test
    void ofASideWithoutAWordItIsSaidThatThereIsNone() throws IOException {
        Said said = Said.of(new Transcript(null, "en", List.of(new Turn(0, Speaker.REP, SENTENCE.repeat(5)))));
        SpeechReport report =
                new Speech().measure(steady().beside(Sounds.start().silence(33).talk(12, 50)), said, "en");
        assertThat(report.notAvailable())
                .filteredOn(absent -> absent.name().equals("channels[1].filler_word_count"))
                .singleElement()
                .satisfies(absent -> assertThat(absent.reason()).startsWith("the transcript has no word of"));
    }

    @Test
    void moreWordsThanAShortSoundCanHoldAreNotBelievedEither() throws IOException {
        SpeechReport report = SPEECH.measure(
                Sounds.start().talk(2, 8).silence(1).stream(), Said.plain("en", SENTENCE.repeat(5)), "en");
        assertThat(report.wordsPerMinute()).isNull();
        assertThat(report.fillerWordCount()).isNull();
        assertThat(report.notAvailable())
                .filteredOn(absent -> absent.name().equals("words_per_minute"))
                .singleElement()
                .satisfies(absent -> assertThat(absent.reason()).contains("does not fit the sound", "too few"));
    }
}
