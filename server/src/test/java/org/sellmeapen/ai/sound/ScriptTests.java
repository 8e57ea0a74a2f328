package org.sellmeapen.ai.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptTests {

    @Test
    void partsEndWithASentenceElseWithAWordElseWhereTheyMust() {
        assertThat(texts("One two three. Four five six.", 20)).containsExactly("One two three.", " Four five six.");
        assertThat(texts("one two three four five", 10)).containsExactly("one two ", "three ", "four five");
        assertThat(texts("aaaaaaaaaaaa", 5)).containsExactly("aaaaa", "aaaaa", "aa");
        assertThat(texts("価格は高いです。他に何か？", 10)).containsExactly("価格は高いです。", "他に何か？");
    }

    @Test
    void togetherTheyAreTheTextAndNoCharacterIsTorn() {
        String text = "Größe 🙂🙂🙂🙂🙂🙂 für 価格 und Stift, 🙂 immer wieder. ".repeat(20);
        List<Script.Part> parts = Script.parts(text, 17, part -> part.getBytes(StandardCharsets.UTF_8).length);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(17);
            assertThat(text.startsWith(part.text(), part.from())).isTrue();
            assertThat(part.text().charAt(0)).isNotIn((char) 0xDE42);
        });
    }

    @Test
    void partsWithoutAWordAreLeftOut() {
        assertThat(texts("... !!! ???", 4)).isEmpty();
    }

    @Test
    void whatIsNoCharacterBecomesASpaceInItsPlace() {
        assertThat(Script.readable("a\u0000b\uD83Dc\uD83D\uDE42d\n")).isEqualTo("a b c\uD83D\uDE42d ");
    }

    private static List<String> texts(String text, int most) {
        return Script.parts(text, most, String::length).stream()
                .map(Script.Part::text)
                .collect(Collectors.toList());
    }
}
