package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTests {

    private static final Speech SPEECH = Speech.byLevelAlone();

    /** As the page of what is measured says. */
    @Test
    void theSizeOfAFindingIsItsDistanceFromTheNormByTheNorm() throws IOException {
        List<SpeechFinding> findings = new ArrayList<>();
        for (double syllablesASecond : new double[] {2.2, 9}) {
            Sounds sounds = Sounds.start();
            for (int i = 0; i < 14; i++) {
                sounds.talk(2.4, (int) (2.4 * syllablesASecond)).silence(0.35);
            }
            findings.addAll(SPEECH.measured(sounds.stream(), null, "en", null).findings());
        }
        assertThat(findings).extracting(SpeechFinding::what).contains("pace_slow", "pace_fast", "short_pauses");
        for (SpeechFinding finding : findings) {
            assertThat(finding.size())
                    .as(finding.what())
                    .isCloseTo(Math.abs(finding.value() - finding.norm()) / finding.norm(), within(0.01));
        }
    }
}
