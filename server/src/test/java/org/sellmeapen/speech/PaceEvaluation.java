package org.sellmeapen.speech;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far words estimated from syllables are off, by how many were said: sales talk of our corpus, spoken by synthetic voices. */
final class PaceEvaluation {

    /** None of them was heard when the share of syllables that are heard was measured. */
    private static final List<String> VOICES = List.of(
            "en-us+f5", "en-gb+m2", "en-gb-scotland+m1", "en-us+m6", "en-gb-x-gbcwmd+f2", "en-029+f1", "en-gb-x-rp+m8");

    private static final int[] SPEEDS = {130, 155, 180, 200};
    private static final int[] WORDS = {15, 25, 40, 60, 100};
    private static final int TAKES = 28;

    private PaceEvaluation() {}

    static void measure(StringBuilder report) throws IOException {
        Spoken spoken = Spoken.orNull();
        if (spoken == null) {
            return;
        }
        report.append("""

                ## Words estimated from syllables, by length

                Talk of `content/corpus/en`, spoken by seven synthetic voices that the share of heard syllables was not measured on. "Told" is the
                typical error that is shown with the estimate; an estimate is withheld below %d syllables.

                | words | takes | withheld | mean off | mean error | told | beyond 20 %% | worst |
                |---|---|---|---|---|---|---|---|
                """.formatted(Voice.FEWEST_SYLLABLES));
        Random dice = new Random(5);
        List<String[]> talk = talk(dice);
        int at = 0;
        for (int words : WORDS) {
            List<Double> off = new ArrayList<>();
            double told = 0;
            for (int i = 0; i < TAKES; i++, at++) {
                String[] one = talk.get(at % talk.size());
                int from = dice.nextInt(one.length - words);
                String text = String.join(" ", Arrays.copyOfRange(one, from, from + words));
                SpeechReport heard = new Speech()
                        .measure(
                                spoken.saying(VOICES.get(at % VOICES.size()), SPEEDS[at % SPEEDS.length], text),
                                null,
                                "en");
                SpeechReport exact = new Speech()
                        .measure(
                                spoken.saying(VOICES.get(at % VOICES.size()), SPEEDS[at % SPEEDS.length], text),
                                Said.plain("en", text),
                                "en");
                if (heard.wordsPerMinute() != null) {
                    off.add(heard.wordsPerMinute() / exact.wordsPerMinute() - 1);
                    told += heard.wordsPerMinuteTypicalError();
                }
            }
            row(report, words, off, told / Math.max(1, off.size()));
        }
    }

    private static void row(StringBuilder report, int words, List<Double> off, double told) {
        if (off.isEmpty()) {
            report.append("| %d | %d | %d | | | | | |\n".formatted(words, TAKES, TAKES));
            return;
        }
        double mean = off.stream().mapToDouble(x -> x).average().orElseThrow();
        double error = off.stream().mapToDouble(Math::abs).average().orElseThrow();
        double worst = off.stream().mapToDouble(Math::abs).max().orElseThrow();
        long beyond = off.stream().filter(x -> Math.abs(x) > 0.2).count();
        report.append(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %+.1f %% | %.1f %% | %.1f %% | %d | %.1f %% |%n",
                words,
                TAKES,
                TAKES - off.size(),
                100 * mean,
                100 * error,
                100 * told,
                beyond,
                100 * worst));
    }

    /** What each side of each conversation said, long enough for every take. */
    private static List<String[]> talk(Random dice) throws IOException {
        List<String[]> talk = new ArrayList<>();
        Path folder = LabelledFillers.root().resolve("content/corpus/en");
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jsonl")) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        JsonMapper json = JsonMapper.builder().build();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                for (String side : List.of("rep", "buyer")) {
                    StringBuilder said = new StringBuilder();
                    for (JsonNode turn : json.readTree(line).get("turns")) {
                        if (turn.get("speaker").asString().equals(side)) {
                            said.append(turn.get("text").asString()).append(' ');
                        }
                    }
                    String[] words = said.toString().strip().split("\\s+");
                    if (words.length > WORDS[WORDS.length - 1]) {
                        talk.add(words);
                    }
                }
            }
        }
        Collections.shuffle(talk, dice);
        return talk;
    }
}
