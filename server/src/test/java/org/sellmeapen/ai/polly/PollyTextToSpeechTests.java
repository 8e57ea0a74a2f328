package org.sellmeapen.ai.polly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.VendorTextToSpeechContract;
import org.sellmeapen.ai.Viseme;
import org.sellmeapen.connections.Secret;

class PollyTextToSpeechTests extends VendorTextToSpeechContract {

    @Override
    protected String vendorId() {
        return "polly";
    }

    @Override
    protected Secret wrongKey() {
        return new Secret("NOBODYSACCESS0000001:nobodys/secret+0123456789");
    }

    @Test
    void theMouthOpensWithTheWords() throws Exception {
        Heard heard = speak("Four hundred pens.");
        assertThat(heard.shapes)
                .extracting(Heard.Shape::viseme)
                .containsOnly(Viseme.AA)
                .hasSize(3);
        assertThat(heard.shapes).extracting(Heard.Shape::atMs).containsExactly(0, 150, 390);
        assertThat(heard.shapes).allMatch(shape -> shape.audioMsBefore() <= shape.atMs());
    }

    @Test
    void wordsAreFoundAgainBehindLettersOfSeveralBytes() throws Exception {
        String text = "Größe für 価格 und 🙂 Stift";
        Heard heard = speak(text);
        assertThat(heard.words.stream().map(word -> text.substring(word.from(), word.to())))
                .containsExactly("Größe", "für", "価格", "und", "🙂", "Stift");
    }
}
