package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about languages is written by this test: {@code -Dgenerate=true} rewrites, otherwise drift fails. */
class LanguagesPageTests {

    private static final Path PAGE = LabelledFillers.root().resolve("docs/languages.md");
    private static final int SENTENCES = 40;
    private static final int EITHER_KIND = 15;

    private record Measured(
            SpeechPack pack,
            int sentences,
            int traps,
            LabelledFillers.Agreement written,
            LabelledFillers.Agreement bare) {

        static Measured of(String code) {
            SpeechPack pack = Objects.requireNonNull(SpeechPack.of(code), code);
            Lexicon lexicon = new Lexicon(pack);
            List<LabelledFillers> sentences = LabelledFillers.read(code + ".txt");
            return new Measured(
                    pack,
                    sentences.size(),
                    (int) sentences.stream().filter(s -> s.fillers().isEmpty()).count(),
                    LabelledFillers.all(sentences, lexicon),
                    LabelledFillers.all(
                            sentences.stream().map(LabelledFillers::bare).toList(), lexicon));
        }

        String row() {
            SpeechPack.Characters characters = pack.charactersPerMinute();
            String pace = characters == null
                    ? "%.0f-%.0f words"
                            .formatted(pack.pace().slow(), pack.pace().fast())
                    : "%d-%d characters".formatted(characters.slow(), characters.fast());
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %d | %d | %d | %d | %.2f / %.2f | %.2f / %.2f | %s |%n",
                    pack.language(),
                    pack.name(),
                    pack.segmentation().name().toLowerCase(Locale.ROOT),
                    pace,
                    phrases(pack.markers()),
                    phrases(pack.hedges()),
                    phrases(pack.boosters()),
                    sentences,
                    written.precision(),
                    written.recall(),
                    bare.precision(),
                    bare.recall(),
                    pack.reviewed() ? "yes" : "no");
        }

        private static long phrases(List<SpeechPack.MarkerText> markers) {
            return markers.stream()
                    .flatMap(m -> Stream.of(m.phrase().split("\\|")))
                    .distinct()
                    .count();
        }
    }

    @Test
    void thePageSaysWhatIsMeasured() throws IOException {
        List<Measured> all =
                SpeechPack.CODES.stream().sorted().map(Measured::of).toList();
        String page = page(all);
        if (Boolean.getBoolean("generate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "docs/languages.md; write it with ./mvnw -pl server -am test -Dtest=LanguagesPageTests -Dgenerate=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false")
                .exists()
                .content()
                .isEqualTo(page);
    }

    @Test
    void everyLanguageHasSentencesOfBothKindsAndIsRightAboutThem() {
        assertThat(SpeechPack.CODES).hasSize(24).doesNotHaveDuplicates();
        for (String code : SpeechPack.CODES) {
            Measured measured = Measured.of(code);
            String mistakes = code + ": " + String.join("\n", measured.written().mistakes());
            assertThat(measured.sentences()).as(code).isGreaterThanOrEqualTo(SENTENCES);
            assertThat(measured.traps()).as(code).isGreaterThanOrEqualTo(EITHER_KIND);
            assertThat(measured.sentences() - measured.traps()).as(code).isGreaterThanOrEqualTo(EITHER_KIND);
            assertThat(measured.written().f1()).as(mistakes).isGreaterThanOrEqualTo(0.85);
            assertThat(measured.pack().sounds()).as(code).isNotEmpty();
            assertThat(measured.pack().apologies()).as(code).isNotEmpty();
            assertThat(measured.pack().pace().source()).as(code).isNotBlank();
        }
    }

    private static String page(List<Measured> all) {
        StringBuilder out = new StringBuilder("""
                # Languages of the arithmetic of speech

                Written by `LanguagesPageTests` from `content/languages/*.yaml` and `evals/speech/languages/*.txt`; do not edit.

                What a pack holds: filler sounds, words that are fillers in some places (with the rules of those places), hedges,
                boosters, apologies, a band of pace with its source, how words are told apart. Fillers are right or wrong by the
                labelled sentences, precision / recall over all of them, sounds and words together. The sentences are by the hand
                that wrote the rules, beside the rules, so the figures flatter: they show that the rules do what they are meant
                to, not how they fare in a stranger's mouth. "Bare" is the same without punctuation, as many recognisers write.
                Where nobody who grew up with a language has looked at its pack, it says so; so far that is everywhere.

                Words a minute are estimated from syllables only where a transcript is missing; how far off that is was measured
                for English alone. Where words have no spaces, a word is two characters (Chinese, Japanese, Korean) or what the
                dictionary of the JDK says (Thai), and pace is told in characters a minute as well.

                | code | language | words by | good pace a minute | markers | hedges | boosters | sentences | precision / recall | bare | reviewed by a native speaker |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        all.forEach(measured -> out.append(measured.row()));
        out.append("\n## Where the bands of pace come from\n\n");
        all.forEach(measured -> out.append("- %s: %s.%n"
                .formatted(measured.pack().language(), measured.pack().pace().source())));
        out.append("\n## What the packs get wrong in their own sentences\n\n");
        for (Measured measured : all) {
            measured.written()
                    .mistakes()
                    .forEach(mistake ->
                            out.append("- %s: %s%n".formatted(measured.pack().language(), mistake)));
        }
        return out.toString();
    }
}
