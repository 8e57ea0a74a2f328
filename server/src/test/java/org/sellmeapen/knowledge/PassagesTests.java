package org.sellmeapen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTests {

    @Test
    void aShortDocumentIsOnePassage() {
        assertThat(Passages.of("The Nib writes upside down.\nIt costs twelve."))
                .containsExactly("The Nib writes upside down. It costs twelve.");
    }

    @Test
    void aHeadingStaysWithWhatItHeads() {
        String filler = "This sentence fills the passage before it. ".repeat(12);
        List<String> passages = Passages.of(filler + "\n\n# Warranty\n\nTen years on the clip.");
        assertThat(passages).hasSize(2);
        assertThat(passages.getLast()).isEqualTo("Warranty: Ten years on the clip.");
    }

    @Test
    void nothingIsLostAndNothingIsTooLong() {
        String body = ("A line of the price list, number seven. ".repeat(30) + "\r\n\r\n").repeat(5) + "x".repeat(2_000)
                + " " + "\ud83d\ude00".repeat(900);
        List<String> passages = Passages.of(body);
        assertThat(passages).allSatisfy(one -> assertThat(one.length()).isLessThanOrEqualTo(700));
        assertThat(passages).noneMatch(one -> Character.isLowSurrogate(one.charAt(0)));
        assertThat(String.join("", passages).replaceAll("\\s", "")).isEqualTo(body.replaceAll("\\s", ""));
    }

    @Test
    void scriptsWithoutSpacesAreCutAtTheirOwnFullStops() {
        String sentence = "\u3053\u306e\u30da\u30f3\u306f\u5341\u5e74\u66f8\u3051\u307e\u3059\u3002";
        List<String> passages = Passages.of(sentence.repeat(100));
        assertThat(passages).hasSizeGreaterThan(1).allMatch(one -> one.endsWith("\u3002"));
    }

    @Test
    void whiteSpaceIsNoPassage() {
        assertThat(Passages.of(" \n\n \t\n")).isEmpty();
    }
}
