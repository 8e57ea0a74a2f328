package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aFigureIsTheSameWithAndWithoutItsThousandsSeparator() {
        assertThat(Words.of("It comes to 1,080 euros").stems())
                .isEqualTo(Words.of("It comes to 1080 euros").stems());
        assertThat(Words.stem("1,250,000")).isEqualTo("1250000");
    }

    @Test
    void aDecimalCommaIsNoThousandsSeparator() {
        assertThat(Words.stem("1,5")).isNotEqualTo(Words.stem("15"));
        assertThat(Words.of("4,800, 339 and 5.6").stems()).containsExactly("4800", "339", "and", "5.6");
    }
}
