package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Viseme;

/** eSpeak NG in a Node process. */
class NodeEspeakTests extends EspeakContract {

    private static EspeakTextToSpeech voice;

    @BeforeAll
    static void start() {
        voice = EspeakHere.node();
        voice.warm();
    }

    @AfterAll
    static void stop() {
        if (voice != null) {
            voice.close();
        }
    }

    @Override
    protected TextToSpeech voice() {
        return voice;
    }

    @Test
    void everyWordIsToldWithItsPlace() throws Exception {
        String text = "Well, it costs $40 <or so>, naïve \uD83D\uDE00 friend.";
        Heard heard = speak(text);
        String words = heard.words.stream()
                .map(word -> text.substring(word.from(), word.to()))
                .collect(Collectors.joining(" "));
        assertThat(words)
                .contains("Well")
                .contains("costs")
                .contains("40")
                .contains("naïve")
                .contains("friend");
    }

    @Test
    void lipsCloseWhereTheyMust() throws Exception {
        Heard heard = speak("Pepper, mama, baby.");
        assertThat(heard.shapes.stream().filter(shape -> shape.viseme() == Viseme.PP))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(heard.shapes.getLast().viseme()).isEqualTo(Viseme.SIL);
    }

    @Test
    void shapesAreToldBeforeTheirSoundOrJustWithIt() throws Exception {
        Heard heard = speak("That is more than I wanted to spend, to be honest. Can you tell me why it costs so much?");
        assertThat(heard.shapes).hasSizeGreaterThan(30);
        assertThat(heard.shapes)
                .allSatisfy(shape -> assertThat(shape.audioMsBefore()).isLessThan(shape.atMs() + 60));
    }
}
