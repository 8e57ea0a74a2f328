package org.sellmeapen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void recognisedSpeechGivesTheWordsOfWrittenText() {
        assertThat(Words.of("i dont think were there yet thats all").word())
                .containsSequence("i", "do", "not", "think")
                .endsWith("that", "is", "all");
        assertThat(Words.of("I don’t think so. That's all!").word())
                .containsExactly("i", "do", "not", "think", "so", "that", "is", "all");
        assertThat(Words.of("I can't, you won't, let's go").word())
                .containsExactly("i", "can", "not", "you", "will", "not", "let", "us", "go");
    }

    @Test
    void figuresAndCurrenciesBecomeClasses() {
        assertThat(Words.of("It's £4,200.50 or 12% at 9:30am").word())
                .containsExactly("it", "is", "¤", "#", "or", "#", "percent", "at", "#");
    }

    @Test
    void cutsSentencesAndClauses() {
        Words words = Words.of("Right, so what does it cost? I'd buy it.");
        assertThat(words.segments()).extracting(Words.Segment::mark).containsExactly(',', '?', '.');
        assertThat(words.sentences())
                .extracting(sentence -> String.join(" ", sentence.word()))
                .containsExactly("right so what does it cost", "i 'd buy it");
        assertThat(words.asks()).isTrue();
    }

    @Test
    void keepsTheEndOfALongTurn() {
        Words words = Words.of("One two three four. Five six seven. Eight nine.");
        assertThat(words.last(5).word()).containsExactly("five", "six", "seven", "eight", "nine");
        assertThat(words.last(500)).isEqualTo(words);
    }

    @Test
    void knowsNamesByTheirCapitalsInsideASentence() {
        Words words = Words.of("Then Orlando called. He left.");
        assertThat(words.proper()).containsExactly(false, true, false, false, false);
    }
}
