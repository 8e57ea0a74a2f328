package org.sellmeapen.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Prompt;

class WordsTests {

    private final List<String> told = new ArrayList<>();

    @Test
    void aStopAcrossPiecesIsSeenAndWhatOnlyLooksLikeOneIsTold() throws InterruptedException {
        Words words = words("<end>", "STOP");
        assertThat(words.add("a <")).isTrue();
        assertThat(told).containsExactly("a ");
        assertThat(words.add("e")).isTrue();
        assertThat(words.add("x> ST")).isTrue();
        assertThat(String.join("", told)).isEqualTo("a <ex> ");
        assertThat(words.add("OP and more")).isFalse();
        assertThat(words.end()).isEqualTo("a <ex> ");
        assertThat(words.isStopped()).isTrue();
    }

    @Test
    void theEarliestStopCounts() throws InterruptedException {
        Words words = words("later", "now");
        words.add("not now, later");
        assertThat(words.end()).isEqualTo("not ");
    }

    @Test
    void whatWasHeldBackIsToldAtTheEnd() throws InterruptedException {
        Words words = words("<end>");
        words.add("a <en");
        assertThat(words.end()).isEqualTo("a <en");
        assertThat(String.join("", told)).isEqualTo("a <en");
    }

    @Test
    void aThoughtIsNotSaidHoweverItIsTorn() throws InterruptedException {
        Words words = words();
        for (String piece : "\n<think>is it </thin dear?</think>\n\n Yes, <think> I say".split("")) {
            words.add(piece);
        }
        assertThat(words.end()).isEqualTo("Yes, <think> I say");
        assertThat(String.join("", told)).isEqualTo(words.end());
    }

    @Test
    void aThoughtThatNeverEndsIsNoAnswer() throws InterruptedException {
        Words words = words();
        words.add("<think>hm");
        assertThat(words.end()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whatOnlyBeginsAsAThoughtIsSaid() throws InterruptedException {
        Words words = words();
        words.add("<th");
        assertThat(words.end()).isEqualTo("<th");
        assertThat(told).containsExactly("<th");
    }

    @Test
    void onlyTheObjectIsTaken() throws InterruptedException {
        Words words = Words.ofObject(told::add, prompt());
        for (String piece : "Sure!\n```json\n{\"a\": \"} \\\" {\", \"b\": {\"c\": 1}}\n``` {done}".split("")) {
            words.add(piece);
        }
        assertThat(words.end()).isEqualTo("{\"a\": \"} \\\" {\", \"b\": {\"c\": 1}}");
    }

    private Words words(String... stops) {
        return Words.to(told::add, prompt().stoppingAt(List.of(stops)));
    }

    private static Prompt prompt() {
        return Prompt.of("", "Go on.", 10);
    }
}
