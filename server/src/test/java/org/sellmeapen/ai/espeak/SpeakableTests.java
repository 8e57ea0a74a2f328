package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakableTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs $4,000.50 now. | It costs 4,000.50 dollars now.",
                "€12 or £3.5m | 12 euros or 3.5 poundsm",
                "a [[h@loU]] b | a   h@loU   b",
                "Tom &amp; Jerry | Tom &amp, Jerry",
                "one; two | one; two",
                "*bold* _it_ `x` | bold   it   x",
            })
    void whatWouldBeObeyedIsTakenOut(String original, String speakable) {
        assertThat(Speakable.of(original, "en").text().strip()).isEqualTo(speakable.strip());
    }

    @Test
    void everyPlaceLeadsBackToTheOriginal() {
        String original = "Pay $40 \uD83D\uDE00 now";
        Speakable speakable = Speakable.of(original, "en");
        assertThat(speakable.text()).isEqualTo("Pay 40 dollars   now");
        int now = speakable.text().indexOf("now");
        assertThat(original.substring(speakable.origin(now), speakable.originEnd(now + 3)))
                .isEqualTo("now");
        assertThat(original.substring(speakable.origin(4), speakable.originEnd(6)))
                .isEqualTo("40");
        assertThat(speakable.originEnd(99)).isLessThanOrEqualTo(original.length());
        assertThat(speakable.origin(99)).isEqualTo(original.length());
    }

    @Test
    void elsewhereAPriceKeepsItsSign() {
        assertThat(Speakable.of("Das kostet €12,50.", "de").text()).isEqualTo("Das kostet 12,50 €.");
    }

    @Test
    void devanagariKeepsItsJoiners() {
        assertThat(Speakable.of("क्‍ष", "hi").text()).isEqualTo("क्‍ष");
        assertThat(Speakable.of("a\u200Db", "en").text()).isEqualTo("a b");
    }
}
