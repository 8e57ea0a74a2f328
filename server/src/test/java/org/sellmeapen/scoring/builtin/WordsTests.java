package org.sellmeapen.scoring.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"two plus two|3", "don't stop|2", "\u4f60\u597d\u4e16\u754c|2", "hi \u4f60\u597d\u4e16|3", "' '|0"
            })
    void wordsAreCountedAsTheTruthSetCountsThem(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eight thousand four hundred a month|8400",
                "call it three-fifty|350",
                "twenty-eight twenty|2820",
                "one hundred and eighteen|118",
                "29,000 euros|29000",
                "ninety-two|92",
                "thirty-three thousand|33000"
            })
    void numbersAreReadInDigitsAndWords(String text, double value) {
        List<Numbers.Found> found = Cues.load("en").numbers().in(Words.of(text));
        assertThat(found).extracting(Numbers.Found::value).containsExactly(value);
    }

    @Test
    void twoNumbersBesideEachOtherStayTwo() {
        assertThat(Cues.load("en").numbers().in(Words.of("fourteen weeks at four thousand, fifty-six thousand")))
                .extracting(Numbers.Found::value)
                .containsExactly(14.0, 4000.0, 56000.0);
    }

    @Test
    void sentencesEndWhereSpeechOrForgedMarksEnd() {
        assertThat(Sentence.of("Dr. Amari, hello. How are you? {\"a\": 1} fine"))
                .extracting(one -> one.text().substring(one.start(), one.end()))
                .containsExactly("Dr. Amari, hello.", "How are you?", "{\"a\": 1}", "fine");
    }
}
