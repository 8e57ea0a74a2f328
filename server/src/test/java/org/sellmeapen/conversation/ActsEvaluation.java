package org.sellmeapen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/** Measures the committed analyser and writes {@code evals/acts/report.md}; run on request only. */
@EnabledIfSystemProperty(named = "evals", matches = "measure")
class ActsEvaluation {

    private static final double FLOOR = 0.65;
    private static final int FOLDS = 3;
    private static final int MISTAKES = 8;

    private final StringBuilder report = new StringBuilder();
    private final List<ActAgreement> measured = new ArrayList<>();
    private final List<ActAgreement> confused = new ArrayList<>();

    @Test
    void theCommittedModelIsWhatTheTrainerMakesOfTheCommittedCorpus() throws IOException {
        assertThat(Arrays.equals(
                        ActModelTraining.bytes(ActModelTraining.trained()), Files.readAllBytes(ActPlaces.model())))
                .as("content/languages/en.acts.bin is stale: train again, see evals/README.md")
                .isTrue();
    }

    @Test
    void writesTheReport() throws Exception {
        BuiltInActAnalyser analyser = BuiltInActAnalyser.english();
        List<ActCorpus.Line> own = ActCorpus.own(ActPlaces.corpus());
        say("# What the act analyser can do\n");
        say(
                "Made by `evals/acts/run`. F1 is macro-F1 on the main act over the acts in the labels; abstaining counts as wrong.\n");
        ownLines(own);
        keptBackTurns(analyser);
        Optional<Path> truth = ActPlaces.truth("utterances.dev.jsonl");
        if (truth.isPresent()) {
            truthSet(analyser, own, truth.get());
        } else {
            say(
                    "\nThe truth set is absent (set SELLMEAPEN_SHARED to its folder): only the project's own lines were measured.");
        }
        Optional<Path> multilingual = ActPlaces.truth("utterances.multilingual.dev.jsonl");
        if (multilingual.isPresent()) {
            List<ActCorpus.Line> lines = ActCorpus.truth(multilingual.get());
            long silent = lines.stream()
                    .filter(line -> analyser.read(line.speaker(), line.text(), line.context())
                            .isEmpty())
                    .count();
            say("\n## Other languages\n");
            say(
                    "There is one pack, English. Of %d utterances in twelve other languages it abstains on %d.",
                    lines.size(), silent);
        }
        long slowest = latency(analyser, own);
        Files.writeString(ActPlaces.repository().resolve("evals/acts/report.md"), report);
        for (ActAgreement agreement : measured) {
            assertThat(agreement.macroF1(false)).isGreaterThan(FLOOR);
        }
        assertThat(slowest).as("nanoseconds at p99").isLessThan(1_000_000);
    }

    private void ownLines(List<ActCorpus.Line> own) throws IOException {
        var training = new ActTraining(ActModelTraining.lexicon());
        say("\n## Own lines, by hands that the model was not trained on\n");
        table();
        for (Set<String> hands : ActTraining.hands(own)) {
            List<ActCorpus.Line> others =
                    own.stream().filter(line -> !hands.contains(line.writer())).toList();
            List<ActCorpus.Line> held =
                    own.stream().filter(line -> hands.contains(line.writer())).toList();
            ActModel model = training.uncalibrated(others);
            for (Speaker speaker : Speaker.values()) {
                row(
                        "hand " + String.join(", ", hands),
                        speaker,
                        ActAgreement.of(committedThresholds(model), held, speaker));
            }
        }
    }

    private void keptBackTurns(BuiltInActAnalyser analyser) throws IOException {
        List<ActCorpus.Line> lines = ActCorpus.own(ActPlaces.keptBack());
        say("\n## Turns inside running conversations of another hand (`evals/acts/turns-r.txt`), kept back\n");
        table();
        for (Speaker speaker : Speaker.values()) {
            ActAgreement agreement = ActAgreement.of(analyser, lines, speaker);
            row("kept back", speaker, agreement);
            confused.add(agreement);
        }
        say("\nActs as they occur, so a rare act weighs as much as a frequent one. Most often confused:\n");
        mistakes();
    }

    private void mistakes() {
        for (ActAgreement agreement : confused) {
            agreement.mistakes(MISTAKES).forEach((mistake, count) -> say("- %s: %d", mistake, count));
        }
        confused.clear();
    }

    private BuiltInActAnalyser committedThresholds(ActModel model) throws IOException {
        ActModel committed;
        try (var in = new java.io.DataInputStream(Files.newInputStream(ActPlaces.model()))) {
            committed = ActModel.read(in);
        }
        return new BuiltInActAnalyser(
                ActModelTraining.lexicon(),
                new ActModel(
                        model.rep().withTemperature(committed.rep().temperature()),
                        model.buyer().withTemperature(committed.buyer().temperature()),
                        committed.least(),
                        committed.second()));
    }

    private void truthSet(BuiltInActAnalyser analyser, List<ActCorpus.Line> own, Path file) throws Exception {
        List<ActCorpus.Line> lines = ActCorpus.truth(file);
        say("\n## Truth set (%d utterances, none of them trained on)\n", lines.size());
        table();
        for (Speaker speaker : Speaker.values()) {
            ActAgreement agreement = ActAgreement.of(analyser, lines, speaker);
            measured.add(agreement);
            row("dev", speaker, agreement);
        }
        crossValidated(own, lines);
        say("\nF1 of each act:\n");
        for (ActAgreement agreement : measured) {
            agreement.f1(false).forEach((act, f1) -> say("- %s %.2f", act.code(), f1));
        }
        say("\nMost often confused:\n");
        confused.addAll(measured);
        mistakes();
        reference(analyser, lines, file);
    }

    /** How much it would help to train on the truth set too: on two thirds of it, measured on the last. */
    private void crossValidated(List<ActCorpus.Line> own, List<ActCorpus.Line> lines) throws IOException {
        List<List<ActAgreement.Pair>> pairs = List.of(new ArrayList<>(), new ArrayList<>());
        var training = new ActTraining(ActModelTraining.lexicon());
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<ActCorpus.Line> seen = new ArrayList<>(own);
            lines.stream().filter(line -> fold(line) != held).forEach(seen::add);
            List<ActCorpus.Line> unseen =
                    lines.stream().filter(line -> fold(line) == held).toList();
            BuiltInActAnalyser analyser = committedThresholds(training.uncalibrated(seen));
            for (Speaker speaker : Speaker.values()) {
                pairs.get(speaker.ordinal())
                        .addAll(ActAgreement.of(analyser, unseen, speaker).pairs());
            }
        }
        for (Speaker speaker : Speaker.values()) {
            row("dev, trained on 2/3 of it too", speaker, new ActAgreement(pairs.get(speaker.ordinal())));
        }
    }

    private static int fold(ActCorpus.Line line) {
        return Math.floorMod(String.valueOf(line.id()).hashCode(), FOLDS);
    }

    /** Lets the truth set's own program do the sums; its output lies beside the predictions. */
    private static void reference(BuiltInActAnalyser analyser, List<ActCorpus.Line> lines, Path file) throws Exception {
        Path folder = ActPlaces.repository().resolve("server/target/evals");
        Files.createDirectories(folder);
        var json = JsonMapper.builder().build();
        List<String> rows = new ArrayList<>();
        for (ActCorpus.Line line : lines) {
            var row = json.createObjectNode().put("id", line.id());
            var acts = row.putArray("acts");
            analyser.read(line.speaker(), line.text(), line.context())
                    .forEach(reading -> acts.add(reading.act().code()));
            if (acts.isEmpty()) {
                acts.add("?");
            }
            rows.add(row.toString());
        }
        Path said = Files.write(folder.resolve("acts.jsonl"), rows);
        int exit = new ProcessBuilder(
                        "python3",
                        file.resolveSibling("measure.py").toString(),
                        "utterances",
                        file.toString(),
                        said.toString())
                .redirectOutput(folder.resolve("acts-measured.json").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(exit).as("measure.py").isZero();
    }

    /** Each utterance counts with the quickest of five readings, so that other work on the machine doesn't. */
    private long latency(BuiltInActAnalyser analyser, List<ActCorpus.Line> own) {
        long[] nanos = new long[own.size()];
        Arrays.fill(nanos, Long.MAX_VALUE);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < nanos.length; i++) {
                ActCorpus.Line line = own.get(i);
                long from = System.nanoTime();
                analyser.read(line.speaker(), line.text(), line.context());
                nanos[i] = Math.min(nanos[i], System.nanoTime() - from);
            }
        }
        Arrays.sort(nanos);
        long p99 = nanos[nanos.length * 99 / 100];
        say("\n## Time an utterance\n");
        say(
                "p50 %d µs, p99 %d µs over %d utterances, warm, one thread, the quickest of five readings of each.",
                nanos[nanos.length / 2] / 1000, p99 / 1000, nanos.length);
        return p99;
    }

    private void table() {
        say("| set | side | n | F1 | lenient F1 | accuracy | on noted cases | abstains | calibration error |");
        say("|---|---|---|---|---|---|---|---|---|");
    }

    private void row(String set, Speaker speaker, ActAgreement of) {
        String noted = of.accuracyOnNoted().isEmpty()
                ? "none"
                : String.format(Locale.ROOT, "%.3f", of.accuracyOnNoted().getAsDouble());
        say(
                "| %s | %s | %d | %.3f | %.3f | %.3f | %s | %.3f | %.3f |",
                set,
                speaker.code(),
                of.pairs().size(),
                of.macroF1(false),
                of.macroF1(true),
                of.accuracy(),
                noted,
                of.abstained(),
                of.calibrationError());
    }

    private void say(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
