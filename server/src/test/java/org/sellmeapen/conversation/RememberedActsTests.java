package org.sellmeapen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedActsTests {

    private final List<String> asked = new ArrayList<>();
    private final ActAnalyser analyser = new RememberedActs(
            (speaker, text, context) -> {
                asked.add(text);
                return List.of(
                        new ActReading(speaker == Speaker.REP ? Act.GREETING : Act.OBJECTION_PRICE, 1, List.of()));
            },
            2);

    @Test
    void whatWasReadIsNotReadAgain() {
        List<ActReading> first = analyser.read(Speaker.REP, "Good morning", null);
        assertThat(analyser.read(Speaker.REP, "Good morning", null)).isEqualTo(first);
        assertThat(asked).containsExactly("Good morning");
    }

    @Test
    void theSameWordsFromAnotherMouthOrAfterOthersAreAnotherUtterance() {
        analyser.read(Speaker.REP, "Good morning", null);
        assertThat(analyser.read(Speaker.BUYER, "Good morning", null).getFirst().act())
                .isEqualTo(Act.OBJECTION_PRICE);
        analyser.read(Speaker.REP, "Good morning", "Yes?");
        assertThat(asked).hasSize(3);
    }

    @Test
    void theOldestIsForgotten() {
        analyser.read(Speaker.REP, "one", null);
        analyser.read(Speaker.REP, "two", null);
        analyser.read(Speaker.REP, "three", null);
        analyser.read(Speaker.REP, "one", null);
        assertThat(asked).containsExactly("one", "two", "three", "one");
    }
}
