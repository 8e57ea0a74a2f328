package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.Viseme;

class MouthShapesTests {

    @ParameterizedTest
    @CsvSource({
        "'', SIL",
        "p, PP",
        "f, FF",
        "θ, TH",
        "d, DD",
        "k, KK",
        "tʃ, CH",
        "dʒ, CH",
        "ts, SS",
        "s, SS",
        "n, NN",
        "ɹ, RR",
        "ˈæ, AA",
        "ˌɛ, E",
        "ˈiː, I",
        "ɔː, O",
        "uː, U",
        "ˈaɪ, AA I",
        "oʊ, O U",
        "ˈɛɹ, E RR",
        "ɡ, KK",
        "ˈ, ''"
    })
    void eachSoundHasItsShape(String ipa, String shapes) {
        List<Viseme> expected = shapes.isEmpty()
                ? List.of()
                : Arrays.stream(shapes.split(" ")).map(Viseme::valueOf).toList();
        assertThat(MouthShapes.of(ipa)).isEqualTo(expected);
    }

    @Test
    void diphthongsAreHalvedAndWhatIsTooShortIsLeftOutExceptLips() {
        Heard heard = new Heard();
        VisemeTrack track = new VisemeTrack(heard);
        track.phoneme(0, "ˈaɪ");
        track.phoneme(200, "t");
        track.phoneme(220, "p");
        track.phoneme(230, "ə");
        track.phoneme(400, "");
        track.end();
        assertThat(heard.shapes.stream().map(shape -> shape.atMs() + " " + shape.viseme()))
                .containsExactly("0 AA", "100 I", "220 PP", "230 AA", "400 SIL");
    }
}
