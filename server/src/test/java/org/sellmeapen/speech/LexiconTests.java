package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LexiconTests {

    private static final Lexicon ENGLISH = new Lexicon(Objects.requireNonNull(SpeechPack.of("en-GB")));

    private static List<String> fillers(String text) {
        return ENGLISH.fillers(text).stream().map(Lexicon.Mention::word).toList();
    }

    @Test
    void theLabelledSentencesAreReadAsTheyAreLabelled() {
        List<LabelledFillers> sentences = LabelledFillers.read("en.txt");
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(40);
        LabelledFillers.Agreement sounds = LabelledFillers.sounds(sentences, ENGLISH);
        LabelledFillers.Agreement words = LabelledFillers.words(sentences, ENGLISH);
        assertThat(sounds.right()).isGreaterThan(5);
        assertThat(sounds.f1()).as(sounds.mistakes().toString()).isGreaterThanOrEqualTo(0.99);
        assertThat(words.right()).isGreaterThan(15);
        assertThat(words.f1()).as(words.mistakes().toString()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void withoutMarksThePlaceIsToldByTheWordsAround() {
        for (String file : List.of("en.txt", "en.spoken.txt")) {
            List<LabelledFillers> sentences = LabelledFillers.read(file).stream()
                    .map(LabelledFillers::bare)
                    .toList();
            LabelledFillers.Agreement words = LabelledFillers.words(sentences, ENGLISH);
            assertThat(words.right()).isGreaterThan(15);
            assertThat(words.f1()).as(words.mistakes().toString()).isGreaterThanOrEqualTo(0.85);
            assertThat(LabelledFillers.sounds(sentences, ENGLISH).f1()).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void rulesForTextWithoutMarksAreNotTriedWhereThereAreSome() {
        assertThat(fillers("he never calls back you know")).containsExactly("you know");
        assertThat(fillers("Well, he never calls back you know")).isEmpty();
        assertThat(fillers("they drove her to the er after that and er she went home"))
                .containsExactly("er");
    }

    @Test
    void wordsInTheirOwnMeaningAreNoFillers() {
        assertThat(fillers("I like the result, and you know the price.")).isEmpty();
        assertThat(fillers("What sort of pen? The kind of pen I mean.")).isEmpty();
    }

    @Test
    void soundsAreCountedHoweverTheyAreSpelt() {
        assertThat(fillers("Ummm, uhh... erm, uhm - uh.")).containsExactly("um", "uh", "erm", "um", "uh");
        assertThat(fillers("UM, THIS IS ALL CAPITALS, UH.")).containsExactly("um", "uh");
    }

    @Test
    void abbreviationsAndNodsAreNoSounds() {
        assertThat(fillers("The ER closed. Uh-huh. Hmm. Mm-hm. The umbrella erred."))
                .isEmpty();
    }

    @Test
    void hedgesAndBoostersAreFoundToo() {
        assertThat(ENGLISH.hedges("Maybe we could, I think, start. What do you think? The might of habit."))
                .extracting(Lexicon.Mention::word)
                .containsExactly("maybe", "i think");
        assertThat(ENGLISH.hedges("I think about it daily. Are you not sure? I'm not sure."))
                .hasSize(1);
        assertThat(ENGLISH.boosters("We definitely deliver. Without a doubt. I am sure you agree."))
                .extracting(Lexicon.Mention::word)
                .containsExactly("definitely", "without a doubt");
    }

    @Test
    void aMentionSaysWhereItStands() {
        assertThat(ENGLISH.fillers("It is, you know, late.")).containsExactly(new Lexicon.Mention("you know", 7, 15));
    }

    @Test
    void aLanguageWithoutAPackHasNone() {
        assertThat(SpeechPack.of("tlh")).isNull();
        assertThat(SpeechPack.of("../en")).isNull();
    }
}
