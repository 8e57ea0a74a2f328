package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NormTests {

    @Test
    void whatIsToldAsWellIsWhatScoresAreReckonedBy() {
        Scores scores = Scores.shipped();
        Map<String, Norm> norms = Norm.shipped();
        List<Scores.PartText> parts = Stream.concat(scores.clarity().stream(), scores.confidence().stream())
                .filter(part -> !part.of().equals("word_confidence")) // no figure that is told
                .toList();
        for (Scores.PartText part : parts) {
            Norm norm = norms.get(part.of());
            assertThat(norm).as(part.of()).isNotNull();
            assertThat(norm.from()).as(part.of()).isEqualTo(part.fullFrom());
            assertThat(norm.to()).as(part.of()).isEqualTo(part.fullTo());
        }
        assertThat(norms.get("talk_ratio").to()).isEqualTo(scores.limits().talkShare());
        assertThat(norms.get("longest_monologue_s").to())
                .isEqualTo(scores.limits().monologueS());
        assertThat(norms.get("interruptions").to()).isZero();
    }

    @Test
    void everyBoundSaysHowSureItIs() {
        Norm.shipped().forEach((figure, norm) -> {
            if (!norm.ofLanguage()) {
                assertThat(norm.strength()).as(figure).isIn("primary", "secondary", "vendor", "ours");
                assertThat(norm.from() != null || norm.to() != null).as(figure).isTrue();
            }
        });
    }
}
