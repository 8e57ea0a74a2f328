package org.sellmeapen.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sellmeapen.conversation.WordCount;

/** Writes {@code evals/speech/report.md}: how near the figures come to what is known exactly, and how fast they are made. */
final class SpeechEvaluation {

    private final StringBuilder report =
            new StringBuilder("# Arithmetic of speech: report\n\nWritten by `evals/speech/run`.\n");

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args.length > 0 ? args[0] : "report.md"), new SpeechEvaluation().report());
    }

    private String report() throws IOException {
        Optional<Path> shared = LabelledFillers.sharedSpeech();
        if (shared.isEmpty()) {
            say(
                    "\nThe recordings with known truth are not here (SELLMEAPEN_SHARED); only our own sentences were measured.\n");
        } else {
            List<SharedRecording> recordings = SharedRecording.in(shared.get());
            pauses(recordings);
            pace(recordings, shared.get());
            call(shared.get());
            spokenFillers(recordings);
            Praat.compare(report, shared.get());
        }
        SpokenEvaluation.measure(report);
        PaceEvaluation.measure(report);
        labelled();
        say(
                "\n## Speed and memory\n\nSee `bench/speech/run.sh`, which also compares with ffmpeg and Praat on the same file.\n");
        return report.toString();
    }

    private void pauses(List<SharedRecording> recordings) {
        say("""

                ## Pauses against exact truth

                Gate, for inserted pauses of 0.4 s and longer: count exact, mean and longest within 60 ms, no other pause of 0.4 s or longer.
                "Others" were not inserted: the synthetic voice's own at commas, or mistakes.

                | file | inserted ≥ 0.4 s | found | mean off ms | longest off ms | worst off ms | all ≥ 0.25 s: truth | told | mean truth / told | others | longest other s | pass |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (SharedRecording recording : recordings) {
            Pauses told = Objects.requireNonNull(
                    SharedRecording.measured(recording.file(), null).pauses());
            List<Span> inserted = recording.pauses().stream()
                    .filter(p -> p.seconds() >= 0.4 - 1e-6)
                    .toList();
            List<Span> found = inserted.stream()
                    .map(truth -> SharedRecording.foundFor(truth, told))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<Span> counting = recording.pauses().stream()
                    .filter(p -> p.seconds() >= 0.25 - 1e-6)
                    .toList();
            double worst = 0;
            for (Span truth : inserted) {
                Span pause = SharedRecording.foundFor(truth, told);
                worst = Math.max(worst, pause == null ? truth.seconds() : Math.abs(pause.seconds() - truth.seconds()));
            }
            List<Span> others = recording.unexpected(told);
            double longestOther =
                    others.stream().mapToDouble(Span::seconds).max().orElse(0);
            double mean = mean(found) - mean(inserted);
            double longest = longest(found) - longest(inserted);
            boolean pass = found.size() == inserted.size()
                    && Math.abs(mean) <= 0.06
                    && Math.abs(longest) <= 0.06
                    && longestOther < 0.4;
            say(
                    "| %s | %d | %d | %+.0f | %+.0f | %.0f | %d | %d | %.2f / %.2f | %d | %.2f | %s |\n",
                    recording.file().getFileName(),
                    inserted.size(),
                    found.size(),
                    1000 * mean,
                    1000 * longest,
                    1000 * worst,
                    counting.size(),
                    told.count(),
                    mean(counting),
                    told.meanS() == null ? Double.NaN : told.meanS(),
                    others.size(),
                    longestOther,
                    pass ? "yes" : "**no**");
        }
    }

    private static double mean(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).average().orElse(Double.NaN);
    }

    private static double longest(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).max().orElse(Double.NaN);
    }

    private void pace(List<SharedRecording> recordings, Path folder) {
        say("""

                ## Pace

                With the transcript (gate: within 1 %) and estimated from syllables (gate: within 20 %, shown with ≈). The human
                recordings have no exact times; their "truth" is the transcript's words over our own first to last speech.

                | file | words a minute, truth | with transcript | off | estimated | off | syllables a second | pass |
                |---|---|---|---|---|---|---|---|
                """);
        Map<String, double[]> rows = new TreeMap<>();
        for (SharedRecording recording : recordings) {
            SpeechReport exact = SharedRecording.measured(recording.file(), recording.transcript());
            rows.put(
                    recording.file().getFileName().toString(),
                    new double[] {recording.wordsPerMinute(), Objects.requireNonNull(exact.wordsPerMinute()), 1});
        }
        SharedRecording.humanTranscripts(folder).forEach((file, transcript) -> {
            SpeechReport exact = SharedRecording.measured(folder.resolve(file), transcript);
            double wpm = Objects.requireNonNull(exact.wordsPerMinute());
            rows.put(file, new double[] {wpm, wpm, 0});
            if (WordCount.of(transcript) == 0) {
                throw new IllegalStateException(file);
            }
        });
        double sum = 0;
        int refused = 0;
        for (Map.Entry<String, double[]> row : rows.entrySet()) {
            SpeechReport untold = SharedRecording.measured(folder.resolve(row.getKey()), null);
            double[] wpm = row.getValue();
            Double estimate = untold.wordsPerMinute();
            double off = 100 * (wpm[1] / wpm[0] - 1);
            boolean synthetic = wpm[2] == 1;
            if (estimate == null) {
                refused++;
                say("| %s | %.1f | | | too few syllables | | | |\n", row.getKey(), wpm[0]);
                continue;
            }
            double estimateOff = 100 * (estimate / wpm[0] - 1);
            sum += Math.abs(estimateOff);
            say(
                    "| %s%s | %.1f | %s | %s | %.1f | %+.1f %% | %.2f | %s |\n",
                    row.getKey(),
                    synthetic ? "" : " (human)",
                    wpm[0],
                    synthetic ? String.format(Locale.ROOT, "%.1f", wpm[1]) : "",
                    synthetic ? String.format(Locale.ROOT, "%+.2f %%", off) : "",
                    estimate,
                    estimateOff,
                    untold.articulationSyllablesPerSecond(),
                    Math.abs(off) <= 1 && Math.abs(estimateOff) <= 20 ? "yes" : "**no**");
        }
        say(
                "\nMean absolute error of the estimate: %.1f %%; not estimated for too few syllables: %d.\n",
                sum / (rows.size() - refused), refused);
    }

    private void call(Path folder) {
        Path rttm = folder.resolve("call2.rttm");
        Path file = folder.resolve("call2_stereo.wav");
        if (!Files.exists(rttm) || !Files.exists(file)) {
            return;
        }
        Map<String, List<Span>> turns = SharedRecording.turns(rttm);
        List<Span> rep = turns.get("rep");
        List<Span> buyer = turns.get("buyer");
        SpeechReport told = SharedRecording.measured(file, null);
        double share = Spans.seconds(rep) / (Spans.seconds(rep) + Spans.seconds(buyer));
        double monologue = Math.max(longest(rep), longest(buyer));
        double overlap = Spans.seconds(Spans.common(rep, buyer));
        say(
                "\n## A call on two channels\n\n| figure | truth | told | off | gate | pass |\n|---|---|---|---|---|---|\n");
        row("talk share of the seller, %", 100 * share, 100 * told.talkRatio(), 2);
        row("seller's talk, s", Spans.seconds(rep), told.channels().get(0).talkSeconds(), 1);
        row("buyer's talk, s", Spans.seconds(buyer), told.channels().get(1).talkSeconds(), 1);
        row("longest monologue, s", monologue, told.longestMonologueS(), 1);
        row("interruptions", 1, told.interruptions(), 0);
        row("overlap, s", overlap, told.overlaps().seconds(), 0.1);
        say("\nThe interruption: truth from 31.09 s by the buyer, told %s.\n", told.interruptionList());
        SpeechReport mono = SharedRecording.measured(folder.resolve("call2_mono.wav"), null);
        say(
                "The same call on one channel: talk share %s (%s).\n",
                mono.talkRatio() == null ? "not available" : mono.talkRatio(),
                mono.notAvailable().stream()
                        .filter(n -> n.name().equals("talk_ratio"))
                        .map(Unmeasured::reason)
                        .findFirst()
                        .orElse(""));
    }

    private void row(String name, double truth, double told, double gate) {
        say(
                "| %s | %.2f | %.2f | %+.2f | ± %s | %s |\n",
                name, truth, told, told - truth, gate, Math.abs(told - truth) <= gate + 1e-9 ? "yes" : "**no**");
    }

    private void spokenFillers(List<SharedRecording> recordings) {
        say("\n## Fillers from given transcripts\n\n| file | truth | told | pass |\n|---|---|---|---|\n");
        for (SharedRecording recording : recordings) {
            Map<String, Integer> told = new TreeMap<>();
            Objects.requireNonNull(SharedRecording.measured(recording.file(), recording.transcript())
                            .fillerWords())
                    .forEach(word -> told.put(word.word(), word.count()));
            say(
                    "| %s | %s | %s | %s |\n",
                    recording.file().getFileName(),
                    recording.fillers(),
                    told,
                    told.equals(recording.fillers()) ? "yes" : "**no**");
        }
    }

    private void labelled() {
        say("""

                ## Fillers in labelled sentences of our own (English)

                Gates: sounds 0.99, words that depend on their place 0.85. "Without punctuation" is how many recognisers write: there the
                place of a phrase is harder to tell, and rules of their own decide. All but `en.others.txt` are by the hand that wrote the
                rules, which flatters. In view while rules were written: `en.txt`, with its marks `en.kept-back.txt`'s, and `en.spoken.txt`.
                Not: the two `kept-back` (the mistakes of the first without marks had been told before) and `en.others.txt`, lines of the
                training corpus by four other writers, labelled by that hand before the rules: "basically" is four in ten of what counts
                there, and "like" is one.

                | set | sentences | kind | precision | recall | F1 | pass |
                |---|---|---|---|---|---|---|
                """);
        Lexicon lexicon = new Lexicon(Objects.requireNonNull(SpeechPack.of("en")));
        StringBuilder mistakes = new StringBuilder();
        for (String file :
                List.of("en.txt", "en.kept-back.txt", "en.spoken.txt", "en.spoken.kept-back.txt", "en.others.txt")) {
            List<LabelledFillers> written = LabelledFillers.read(file);
            List<LabelledFillers> bare =
                    written.stream().map(LabelledFillers::bare).toList();
            if (!written.equals(bare)) {
                row(file, "sounds", LabelledFillers.sounds(written, lexicon), written.size(), 0.99, mistakes);
                row(file, "words", LabelledFillers.words(written, lexicon), written.size(), 0.85, mistakes);
            }
            row(
                    file + ", without punctuation",
                    "sounds",
                    LabelledFillers.sounds(bare, lexicon),
                    bare.size(),
                    0.99,
                    mistakes);
            row(
                    file + ", without punctuation",
                    "words",
                    LabelledFillers.words(bare, lexicon),
                    bare.size(),
                    0.85,
                    mistakes);
        }
        say("\nMistakes:\n\n" + mistakes);
    }

    private void row(
            String set, String kind, LabelledFillers.Agreement a, int sentences, double gate, StringBuilder mistakes) {
        say(
                "| %s | %d | %s | %.3f | %.3f | %.3f | %s |\n",
                set, sentences, kind, a.precision(), a.recall(), a.f1(), a.f1() >= gate ? "yes" : "**no**");
        a.mistakes()
                .forEach(m ->
                        mistakes.append("- ").append(set).append(": ").append(m).append('\n'));
    }

    private void say(String format, Object... values) {
        report.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
