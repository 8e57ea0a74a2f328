package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The recordings with exact truth, where somebody has them. */
class SharedRecordingsTests {

    private static Path folder() {
        Optional<Path> folder = LabelledFillers.sharedSpeech();
        assumeTrue(folder.isPresent(), "the recordings with known truth are not here; set SELLMEAPEN_SHARED");
        return folder.get();
    }

    @Test
    void everyPauseOfFourTenthsIsFoundWithItsLength() {
        for (SharedRecording recording : SharedRecording.in(folder())) {
            Pauses found = SharedRecording.measured(recording.file(), null).pauses();
            for (Span truth : recording.pauses()) {
                if (truth.seconds() >= 0.4 - 1e-6) {
                    Span pause = SharedRecording.foundFor(truth, found);
                    assertThat(pause).as(recording.file() + " " + truth).isNotNull();
                    assertThat(pause.seconds())
                            .as(recording.file() + " " + truth)
                            .isCloseTo(truth.seconds(), within(0.06));
                }
            }
        }
    }

    @Test
    void wordsPerMinuteFromTheTranscriptAreExact() {
        for (SharedRecording recording : SharedRecording.in(folder())) {
            SpeechReport report = SharedRecording.measured(recording.file(), recording.transcript());
            assertThat(report.wordsPerMinute())
                    .as(recording.file().toString())
                    .isCloseTo(recording.wordsPerMinute(), within(0.01 * recording.wordsPerMinute()));
        }
    }

    @Test
    void fillersAreCountedAndTrapsAreNot() {
        for (SharedRecording recording : SharedRecording.in(folder())) {
            Map<String, Integer> counted = new TreeMap<>();
            SharedRecording.measured(recording.file(), recording.transcript())
                    .fillerWords()
                    .forEach(word -> counted.put(word.word(), word.count()));
            assertThat(counted).as(recording.file().toString()).isEqualTo(recording.fillers());
        }
    }

    @Test
    void theCallIsDividedBetweenItsTwoVoices() {
        Map<String, List<Span>> turns = SharedRecording.turns(folder().resolve("call2.rttm"));
        double rep = Spans.seconds(turns.get("rep"));
        double share = rep / (rep + Spans.seconds(turns.get("buyer")));
        SpeechReport report = SharedRecording.measured(folder().resolve("call2_stereo.wav"), null);
        assertThat(report.talkRatio()).isCloseTo(share, within(0.02));
        assertThat(report.longestMonologueS())
                .isCloseTo(
                        turns.get("rep").stream()
                                .mapToDouble(Span::seconds)
                                .max()
                                .orElseThrow(),
                        within(1.0));
        assertThat(report.interruptionList())
                .singleElement()
                .satisfies(i -> assertThat(i.by()).isEqualTo("buyer"));
        assertThat(SharedRecording.measured(folder().resolve("call2_mono.wav"), null)
                        .talkRatio())
                .isNull();
    }
}
