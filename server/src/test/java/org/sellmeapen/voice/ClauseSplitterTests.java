package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClauseSplitterTests {

    @Test
    void sentencesAreClauses() {
        assertThat(ClauseSplitter.split("Good morning. What is it? I have two minutes!", "en"))
                .containsExactly("Good morning.", "What is it?", "I have two minutes!");
    }

    @Test
    void aLongSentenceIsCutAtACommaBetweenLongParts() {
        assertThat(ClauseSplitter.split(
                        "We looked at three vendors last spring, and none of them could show us a single reference.",
                        "en"))
                .containsExactly(
                        "We looked at three vendors last spring,",
                        "and none of them could show us a single reference.");
        assertThat(ClauseSplitter.split("Yes, I know.", "en")).containsExactly("Yes, I know.");
    }

    @Test
    void figuresAndShortFormsStayWhole() {
        assertThat(ClauseSplitter.split("It is 3.5 per cent, e.g. on paper.", "en"))
                .containsExactly("It is 3.5 per cent, e.g. on paper.");
    }

    @Test
    void theClausesAreTheTurnAgain() {
        String text = "Hm… I see. \"Not now\", she said — and left; that was in May, when nobody was here. OK?";
        assertThat(String.join(" ", ClauseSplitter.split(text, "en"))).isEqualTo(text);
        assertThat(ClauseSplitter.split("  ", "en").stream().allMatch(String::isBlank))
                .isTrue();
    }
}
