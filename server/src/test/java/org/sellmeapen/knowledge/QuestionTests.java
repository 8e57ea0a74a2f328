package org.sellmeapen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTests {

    @Test
    void wordsOfFourLettersAndMoreCount() {
        assertThat(Question.of("How long is the Warranty on a clip?", "en").words())
                .containsExactly("long", "warranty", "clip");
    }

    @Test
    void scriptsWithoutSpacesGivePairs() {
        Question question = Question.of("\u4fdd\u8bc1\u671f abc \u0e23\u0e31\u0e1a", "zh");
        assertThat(question.pairs()).contains("\u4fdd\u8bc1", "\u8bc1\u671f");
        assertThat(question.words()).isEmpty();
    }

    @Test
    void aLongSpeechIsCut() {
        assertThat(Question.of("warranty ".repeat(1_000), "en").text()).hasSize(1_000);
    }
}
