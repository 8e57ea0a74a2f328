package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.WordCount;

/**
 * What a transcript gives to count.
 *
 * @param fillers null where the language has no pack, or the words leave hesitations out
 * @param hedges null where the language has no pack; the same for the next two
 * @param characters letters and figures, for languages whose words have no spaces
 * @param digits of figures, each of which is a word or more when it is said
 * @param asSpoken false where figures in digits stand for so many words that these are no pace
 * @param sureness of a recogniser of the seller's words, on average; null where nothing says
 */
record WordFigures(
        int words,
        @Nullable List<Found> fillers,
        @Nullable List<Found> hedges,
        @Nullable List<Found> boosters,
        @Nullable List<Found> apologies,
        int characters,
        int digits,
        boolean asSpoken,
        @Nullable Double sureness) {

    /** One mention, in its utterance. */
    record Found(Said.Utterance utterance, Lexicon.Mention mention) {}

    static WordFigures of(Said said, @Nullable Lexicon lexicon) {
        int words = 0;
        int characters = 0;
        int digits = 0;
        for (Said.Utterance utterance : said.utterances()) {
            words += lexicon == null
                    ? WordCount.of(utterance.text())
                    : lexicon.writing().words(utterance.text());
            characters += Writing.characters(utterance.text());
            digits += (int)
                    utterance.text().codePoints().filter(Character::isDigit).count();
        }
        if (lexicon == null) {
            return new WordFigures(words, null, null, null, null, characters, digits, true, said.sureness());
        }
        return new WordFigures(
                words,
                said.verbatim() ? places(said, lexicon::fillers) : null,
                places(said, lexicon::hedges),
                places(said, lexicon::boosters),
                places(said, lexicon::apologies),
                characters,
                digits,
                true,
                said.sureness());
    }

    /** The same, with figures that are said in more words than they are written in. */
    WordFigures asWritten() {
        return new WordFigures(words, fillers, hedges, boosters, apologies, characters, digits, false, sureness);
    }

    private static List<Found> places(Said said, Function<String, List<Lexicon.Mention>> find) {
        List<Found> places = new ArrayList<>();
        for (Said.Utterance utterance : said.utterances()) {
            find.apply(utterance.text()).forEach(mention -> places.add(new Found(utterance, mention)));
        }
        return places;
    }

    /** The most frequent first. */
    static List<SpeechReport.Counted> counted(List<Found> places) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        places.forEach(place -> counts.merge(place.mention().word(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new SpeechReport.Counted(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(SpeechReport.Counted::count).reversed())
                .toList();
    }
}
