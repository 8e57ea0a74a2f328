package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import tools.jackson.databind.json.JsonMapper;

class SpeechTests {

    /** The voices here are made of hums, which are none to the model. */
    private static final Speech SPEECH = Speech.byLevelAlone();

    /** Thirteen words, none of them a filler. */
    private static final String SENTENCE = "We measured the old pumps and found that every third one runs dry. ";

    private static SpeechReport measure(SampleStream recording, @Nullable Said said) throws IOException {
        return SPEECH.measure(recording, said, "en");
    }

    private static SpeechReport words(Sounds sounds, String text) throws IOException {
        return measure(sounds.stream(), Said.plain("en", text));
    }

    /** Thirty seconds at four syllables a second, with pauses of 0.6 s. */
    private static Sounds steady() {
        Sounds sounds = Sounds.start().silence(1);
        for (int i = 0; i < 10; i++) {
            sounds.talk(2.4, 10).silence(0.6);
        }
        return sounds.silence(1);
    }

    private static List<String> absent(SpeechReport report) {
        return report.notAvailable().stream().map(Unmeasured::name).toList();
    }

    @Test
    void wordsPerMinuteAreAllWordsOverTheTimeFromFirstToLastSpeech() throws IOException {
        SpeechReport report = words(steady(), SENTENCE.repeat(5) + "Um, uh.");
        assertThat(report.seconds()).isEqualTo(32);
        assertThat(report.wordsPerMinute()).isCloseTo(67 / (29.4 / 60), within(1.0));
        assertThat(report.wordsPerMinuteEstimated()).isFalse();
        assertThat(report.wordsPerMinuteTypicalError()).isNull();
        assertThat(report.fillerWordCount()).isEqualTo(2);
        assertThat(report.fillersPerMinute()).isCloseTo(4.1, within(0.1));
    }

    @Test
    void withoutATranscriptTheyAreEstimatedFromSyllablesAndSaidToBe() throws IOException {
        SpeechReport report = measure(steady().stream(), null);
        assertThat(report.wordsPerMinute()).isCloseTo(100 / 1.31 / (29.4 / 60), within(3.0));
        assertThat(report.wordsPerMinuteEstimated()).isTrue();
        assertThat(report.wordsPerMinuteTypicalError()).isBetween(0.01, 0.5);
        assertThat(report.articulationSyllablesPerSecond()).isCloseTo(100 / 24.0, within(0.2));
        assertThat(absent(report)).contains("filler_word_count", "filler_words", "hedges");
        assertThat(report.fillerWordCount()).isNull();
    }

    @Test
    void scoresAreTheSumOfTheirParts() throws IOException {
        SpeechReport report = words(steady(), SENTENCE.repeat(5));
        assertThat(report.pauses().count()).isEqualTo(9);
        for (List<SpeechReport.Part> parts :
                List.of(report.parts().clarity(), report.parts().confidence())) {
            assertThat(parts.stream().mapToInt(SpeechReport.Part::weight).sum()).isEqualTo(100);
            double points = 0;
            double weight = 0;
            for (SpeechReport.Part part : parts) {
                if (part.points() != null) {
                    points += part.points();
                    weight += part.weight();
                }
            }
            Integer score = parts == report.parts().clarity() ? report.clarityScore() : report.confidenceScore();
            assertThat(score).isEqualTo((int) Math.round(100 * points / weight));
        }
        assertThat(report.clarityScore()).isEqualTo(100);
        assertThat(report.confidenceScore()).isEqualTo(100);
        assertThat(report.recommendations()).isEmpty();
    }

    @Test
    void fillersAndHedgesCostPointsAndAreAdvisedWithTheirMoment() throws IOException {
        SpeechReport clean = words(steady(), SENTENCE.repeat(5));
        SpeechReport soiled = words(steady(), SENTENCE.repeat(4) + "Um, maybe, you know, I guess, ".repeat(5));
        assertThat(soiled.clarityScore()).isLessThan(clean.clarityScore());
        assertThat(soiled.confidenceScore()).isLessThan(clean.confidenceScore());
        assertThat(soiled.recommendations())
                .extracting(SpeechReport.Recommendation::what)
                .contains("fillers", "hedges");
        SpeechReport.Recommendation first = soiled.recommendations().getFirst();
        assertThat(first.value()).isGreaterThan(first.norm());
        assertThat(first.moment().quote()).containsIgnoringCase("um");
        assertThat(first.formula()).isNotBlank();
    }

    @Test
    void noMoreThanThreeThingsAreAdvised() throws IOException {
        Sounds sounds = Sounds.start();
        for (int i = 0; i < 8; i++) {
            sounds.talk(4, 16).silence(3.5);
        }
        SpeechReport report = words(sounds, "Um, maybe, uh, I guess, well. ".repeat(12));
        assertThat(report.recommendations())
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.say()).isNotBlank());
    }

    @Test
    void underTwentySecondsOfSpeechThereIsNoScoreAndAReason() throws IOException {
        SpeechReport report = words(Sounds.start().talk(15, 60), SENTENCE.repeat(4));
        assertThat(report.clarityScore()).isNull();
        assertThat(report.confidenceScore()).isNull();
        assertThat(report.recommendations()).isEmpty();
        assertThat(report.notAvailable())
                .contains(new Unmeasured("clarity_score", "15.0 s of speech; a score needs 20 s"));
    }

    @Test
    void underThirtyWordsThereIsNoScoreEither() throws IOException {
        SpeechReport report = words(Sounds.start().talk(24, 50), SENTENCE.repeat(2));
        assertThat(report.notAvailable()).contains(new Unmeasured("confidence_score", "26 words; a score needs 30"));
    }

    @Test
    void withoutATranscriptConfidenceIsNotGuessed() throws IOException {
        SpeechReport report = measure(steady().stream(), null);
        assertThat(report.confidenceScore()).isNull();
        assertThat(report.clarityScore())
                .as("pace and pauses weigh more than half")
                .isNotNull();
        assertThat(absent(report)).contains("confidence_score", "parts.clarity.fillers");
    }

    @Test
    void silenceAndNoiseSayThatThereIsNoSpeech() throws IOException {
        for (Sounds sounds : List.of(Sounds.start().silence(5), Sounds.start().hiss(5, 0.1))) {
            SpeechReport report = words(sounds, SENTENCE);
            assertThat(report.seconds()).isEqualTo(5);
            assertThat(report.speechSeconds()).isZero();
            assertThat(report.wordsPerMinute()).isNull();
            assertThat(report.pauses()).isNull();
            assertThat(report.notAvailable())
                    .isNotEmpty()
                    .allSatisfy(n -> assertThat(n.reason()).contains("no speech"));
        }
    }

    /** The seller for 8 s, the buyer for 4 s, the seller for 3 s, cut off by the buyer for 2 s. */
    private static SampleStream call() {
        Sounds left =
                Sounds.start().silence(0.5).talk(8, 34).silence(5.5).talk(3, 13).silence(4);
        Sounds right =
                Sounds.start().silence(9).talk(4, 17).silence(3.2).talk(2, 9).silence(2.8);
        return left.beside(right);
    }

    @Test
    void twoChannelsAreTwoVoices() throws IOException {
        SpeechReport report = measure(call(), null);
        assertThat(report.talkRatio()).isCloseTo(11.0 / 17, within(0.01));
        assertThat(report.longestMonologueS()).isCloseTo(8, within(0.1));
        assertThat(report.interruptions()).isEqualTo(1);
        assertThat(report.interruptionList()).singleElement().satisfies(i -> {
            assertThat(i.by()).isEqualTo("buyer");
            assertThat(i.startS()).isCloseTo(16.2, within(0.1));
        });
        assertThat(report.overlaps()).isNotNull();
        assertThat(report.overlaps().seconds()).isCloseTo(0.8, within(0.1));
        assertThat(report.responseDelays().count()).isEqualTo(2);
        assertThat(report.pauses().count()).isZero();
        assertThat(report.channels()).extracting(SpeechReport.Channel::speaker).containsExactly("rep", "buyer");
        assertThat(report.channels().get(1).talkSeconds()).isCloseTo(6, within(0.1));
    }

    @Test
    void aVoiceThatLeaksIntoTheOtherChannelIsHeardOnce() throws IOException {
        SpeechReport dry = measure(call(), null);
        for (float share : new float[] {0.03f, 0.1f}) {
            float[] both = new float[2 * 21 * Sounds.RATE];
            int frames = call().read(both);
            float[][] mixed = new float[2][frames];
            for (int i = 0; i < frames; i++) {
                mixed[0][i] = both[2 * i] + share * both[2 * i + 1];
                mixed[1][i] = both[2 * i + 1] + share * both[2 * i];
            }
            SpeechReport wet = measure(Sounds.stream(Sounds.RATE, mixed), null);
            assertThat(wet.talkRatio()).isCloseTo(dry.talkRatio(), within(0.02));
            assertThat(wet.interruptions()).isEqualTo(1);
            assertThat(wet.longestMonologueS()).isCloseTo(dry.longestMonologueS(), within(0.3));
        }
    }

    @Test
    void eachVoiceGetsItsOwnWords() throws IOException {
        Said said = Said.of(new Transcript(
                null,
                "en",
                List.of(
                        new Turn(0, Speaker.REP, SENTENCE + SENTENCE),
                        new Turn(1, Speaker.BUYER, "Um, that is what the neighbours told us too."))));
        SpeechReport report = measure(call(), said);
        assertThat(report.fillerWordCount()).isEqualTo(1);
        assertThat(report.channels().get(0).fillerWordCount()).isZero();
        assertThat(report.channels().get(1).fillerWordCount()).isEqualTo(1);
        assertThat(report.channels().get(0).wordsPerMinute()).isCloseTo(26 / (11 / 60.0), within(3.0));
    }

    @Test
    void oneSoundOnTwoChannelsIsOneVoice() throws IOException {
        SpeechReport twice = measure(steady().beside(steady()), null);
        assertThat(twice.talkRatio()).isNull();
        assertThat(twice.channels()).hasSize(1);
        assertThat(twice.pauses()).isEqualTo(measure(steady().stream(), null).pauses());
        assertThat(twice.notAvailable()).contains(new Unmeasured("talk_ratio", "both channels carry the same sound"));
    }

    @Test
    void aSilentChannelLeavesOneVoice() throws IOException {
        SpeechReport report = measure(Sounds.start().silence(5).beside(steady()), null);
        assertThat(report.pauses().count()).isEqualTo(9);
        assertThat(report.channels()).extracting(SpeechReport.Channel::channel).containsExactly(1);
        assertThat(report.notAvailable()).contains(new Unmeasured("talk_ratio", "only one channel holds speech"));
    }

    @Test
    void howLongTheBuyerTakesToAnswerIsNoFigureOfTheSellers() throws IOException {
        Sounds left = Sounds.start().silence(0.5).talk(8, 34).silence(6).talk(8, 34);
        Sounds right = Sounds.start().silence(10.5).talk(3, 13).silence(10);
        Measured measured = new Speech().measured(left.beside(right), null, "en", null);
        assertThat(measured.report().responseDelays().count()).isEqualTo(2);
        assertThat(measured.figures().get("mean_response_delay_s")).isCloseTo(1, within(0.3));
    }

    @Test
    void theBuyersVoiceAloneIsNoPerformanceOfTheSellers() throws IOException {
        Measured measured = new Speech().measured(Sounds.start().silence(5).beside(steady()), null, "en", null);
        assertThat(measured.report().clarityScore()).isNull();
        assertThat(measured.report().recommendations()).isEmpty();
        assertThat(measured.report().channels())
                .extracting(SpeechReport.Channel::speaker)
                .containsExactly("buyer");
        assertThat(measured.findings()).isEmpty();
        assertThat(measured.figures()).isEmpty();
        assertThat(measured.timeline().pace()).isEmpty();
        assertThat(measured.report().notAvailable())
                .contains(new Unmeasured("clarity_score", "only the buyer's channel holds speech"));
    }

    @Test
    void fillersOfTheBuyerStandInNoPictureOfTheSellers() throws IOException {
        Said said = Said.of(new Transcript(
                null,
                "en",
                List.of(
                        new Turn(0, Speaker.REP, "Um, " + SENTENCE + SENTENCE, 0.5, 8.5),
                        new Turn(1, Speaker.BUYER, "Um, uh, that is what the neighbours told us too.", 9.0, 13.0))));
        Measured measured = new Speech().measured(call(), said, "en", null);
        assertThat(measured.report().fillerWordCount()).isEqualTo(3);
        assertThat(measured.timeline().fillers()).singleElement().satisfies(filler -> {
            assertThat(filler.turn()).isZero();
        });
    }

    @Test
    void ofWordsWithoutHesitationsNoFillerIsCountedAndNoneIsPraised() throws IOException {
        Said said = Said.plain("en", SENTENCE.repeat(5)).withoutHesitations();
        Measured measured = SPEECH.measured(steady().stream(), said, "en", null);
        SpeechReport report = measured.report();
        assertThat(report.fillerWordCount()).isNull();
        assertThat(report.fillersPerMinute()).isNull();
        assertThat(report.channels().getFirst().fillerWordCount()).isNull();
        assertThat(report.wordsPerMinuteEstimated()).isFalse();
        assertThat(report.hedges()).isEmpty();
        assertThat(measured.figures()).doesNotContainKey("fillers_per_minute");
        assertThat(report.notAvailable())
                .filteredOn(absent -> absent.name().contains("filler"))
                .extracting(Unmeasured::name)
                .containsExactlyInAnyOrder(
                        "filler_word_count",
                        "filler_words",
                        "fillers_per_minute",
                        "parts.clarity.fillers",
                        "parts.confidence.fillers");
        assertThat(report.notAvailable())
                .filteredOn(absent -> absent.name().contains("filler"))
                .allSatisfy(absent -> assertThat(absent.reason()).startsWith("not-verbatim"));
    }

    @Test
    void oneChannelOfWhichNobodyKnowsWhoSpeaksIsNeitherScoredNorAMonologue() throws IOException {
        for (Said said : new Said[] {null, Said.plain("en", SENTENCE.repeat(5))}) {
            Measured unknown = SPEECH.measured(steady().stream(), said, "en", null, false);
            assertThat(unknown.report().clarityScore()).isNull();
            assertThat(unknown.report().confidenceScore()).isNull();
            assertThat(unknown.report().longestMonologueS()).isNull();
            assertThat(unknown.report().channels().getFirst().longestMonologueS())
                    .isNull();
            assertThat(unknown.figures()).isEmpty();
            assertThat(unknown.report().pauses().count()).isEqualTo(9);
            assertThat(unknown.report().notAvailable())
                    .filteredOn(absent -> List.of("clarity_score", "confidence_score", "longest_monologue_s")
                            .contains(absent.name()))
                    .hasSize(3)
                    .allSatisfy(absent -> assertThat(absent.reason()).contains("two people", "--one-voice"));
            SpeechReport known = SPEECH.measure(steady().stream(), said, "en", true);
            assertThat(known.longestMonologueS()).isNotNull();
            assertThat(known.clarityScore()).isNotNull();
        }
        Said named = Said.of(new Transcript(null, "en", List.of(new Turn(0, Speaker.REP, SENTENCE.repeat(5)))));
        assertThat(SPEECH.measure(steady().stream(), named, "en", false).clarityScore())
                .isNotNull();
    }

    @Test
    void twoSpeakersInOneChannelAreNeverScored() throws IOException {
        Said said = Said.of(new Transcript(
                null,
                "en",
                List.of(new Turn(0, Speaker.REP, SENTENCE.repeat(3)), new Turn(1, Speaker.BUYER, SENTENCE.repeat(2)))));
        SpeechReport report = measure(steady().stream(), said);
        assertThat(report.clarityScore()).isNull();
        assertThat(report.longestMonologueS()).isNull();
        assertThat(report.wordsPerMinute()).isNotNull();
        assertThat(report.notAvailable()).contains(new Unmeasured("clarity_score", "two speakers in one channel"));
    }

    /** Bursts of hiss are sound that comes and goes, with no voice in it. */
    @Test
    void soundWithoutASyllableGivesNoPaceAndSaysWhy() throws IOException {
        SpeechReport report = measure(Sounds.start().hiss(1, 0.1).silence(1).hiss(1, 0.1).silence(1).stream(), null);
        assertThat(report.wordsPerMinute()).isNull();
        assertThat(report.notAvailable())
                .contains(new Unmeasured(
                        "words_per_minute",
                        "no transcript: nothing wrote down what was said, and no syllable was heard"));
    }

    @Test
    void whatIsLongerThanAnyConversationIsRefused() {
        assertThatThrownBy(() -> Speech.byLevelAlone(0).measure(Sounds.start().talk(1, 4).stream(), null, "en"))
                .isInstanceOf(RecordingTooLong.class);
    }

    /** Any rate, any loudness, any junk: figures are finite or absent, and nothing breaks. */
    @Test
    void whateverIsHeardTheFiguresAreFiniteOrAbsent() throws IOException {
        Random dice = new Random(3);
        int[] rates = {4_000, 8_000, 11_025, 12_345, 44_100, 96_000, 384_000};
        for (int i = 0; i < 60; i++) {
            int rate = rates[i % rates.length];
            float[][] channels = new float[1 + i % 2][rate * dice.nextInt(1, 3)];
            double loudness = Math.pow(10, dice.nextDouble() * 12 - 6);
            for (float[] channel : channels) {
                boolean on = dice.nextBoolean();
                for (int k = 0; k < channel.length; k++) {
                    on = dice.nextInt(rate / 4) == 0 ? !on : on;
                    channel[k] = on ? (float) (dice.nextGaussian() * loudness) : 0;
                }
            }
            SpeechReport report = measure(Sounds.stream(rate, channels), null);
            String json = JsonMapper.builder().build().writeValueAsString(report);
            assertThat(json).doesNotContain("NaN", "Infinity");
            assertThat(report.speechSeconds()).isBetween(0.0, report.seconds());
        }
    }

    @Test
    void aLanguageWithoutAPackStillHasPausesAndAnExactPace() throws IOException {
        SpeechReport report = measure(steady().stream(), Said.plain("tlh", SENTENCE.repeat(5)));
        assertThat(report.wordsPerMinute()).isNotNull();
        assertThat(report.fillerWordCount()).isNull();
        assertThat(report.notAvailable())
                .contains(new Unmeasured("filler_word_count", "there is no language pack for tlh"));
        SpeechReport untold = SPEECH.measure(steady().stream(), null, "tlh");
        assertThat(untold.wordsPerMinute()).isNull();
        assertThat(untold.articulationSyllablesPerSecond()).isNotNull();
    }
}
